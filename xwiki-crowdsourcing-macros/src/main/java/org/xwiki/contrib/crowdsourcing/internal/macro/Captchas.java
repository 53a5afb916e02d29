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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.lang.reflect.InvocationTargetException;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.reflect.MethodUtils;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.script.service.ScriptServiceManager;

/**
 * The captcha of the wiki, where it has one: it is asked as scripts ask it, so that it need not be there.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Captchas.class)
@Singleton
public class Captchas
{
    @Inject
    private ScriptServiceManager services;

    @Inject
    private Logger logger;

    /**
     * @return the captcha as HTML of the wiki, empty if there is none
     */
    public String display()
    {
        return ask("display") instanceof String html ? html : "";
    }

    /**
     * @return {@code false} if the wiki has a captcha, and what has been sent does not answer it
     */
    public boolean isAnswered()
    {
        return !Boolean.FALSE.equals(ask("isValid"));
    }

    private Object ask(String question)
    {
        try {
            Object service = this.services.get("captcha");
            Object captcha = service == null ? null : MethodUtils.invokeMethod(service, "getDefault");
            return captcha == null ? null : MethodUtils.invokeMethod(captcha, question);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            // One that is broken shuts nobody out: the other checks remain.
            this.logger.warn("The captcha of the wiki cannot be asked [{}]", question, e);
            return null;
        }
    }
}
