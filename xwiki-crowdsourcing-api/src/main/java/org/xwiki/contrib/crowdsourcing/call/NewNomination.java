/*
 * See the NOTICE file distributed with this work for additional
 * information regarding copyright ownership.
 *
 * This is free software; you can redistribute it and/or modify it
 * under the terms of the GNU Lesser General Public License as
 * published by the Free Software Foundation; either version 2.1 of
 * the License, or (at your option) any later version.
 *
 * This software is distributed in the hope that it will be useful,
 * but WITHOUT ANY WARRANTY; without even the implied warranty of
 * MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE. See the GNU
 * Lesser General Public License for more details.
 *
 * You should have received a copy of the GNU Lesser General Public
 * License along with this software; if not, write to the Free
 * Software Foundation, Inc., 51 Franklin St, Fifth Floor, Boston, MA
 * 02110-1301 USA, or see the FSF site: http://www.fsf.org.
 */
package org.xwiki.contrib.crowdsourcing.call;

import org.xwiki.model.reference.DocumentReference;

/**
 * A nomination as it was typed.
 *
 * @param name who should be asked
 * @param email the e-mail address, empty if it is not known
 * @param reach another way to reach the person
 * @param motivation why
 * @param about the challenge or dialogue that the person should be asked for, {@code null} for none in particular
 * @param nominatorName who nominates, when nobody is logged in
 * @param nominatorEmail the e-mail address of who nominates, when nobody is logged in
 * @version $Id$
 * @since 1.0
 */
public record NewNomination(String name, String email, String reach, String motivation, DocumentReference about,
    String nominatorName, String nominatorEmail)
{
}
