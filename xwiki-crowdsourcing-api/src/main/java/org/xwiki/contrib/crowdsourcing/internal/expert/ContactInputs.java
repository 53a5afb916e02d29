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
package org.xwiki.contrib.crowdsourcing.internal.expert;

import java.util.regex.Pattern;

import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;

import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;

/**
 * What is accepted as contact data.
 *
 * @version $Id$
 * @since 1.0
 */
public final class ContactInputs
{
    private static final int LONGEST_EMAIL = 254;

    /** Digits as people write them, with an extension. */
    private static final Pattern PHONE =
        Pattern.compile("\\+?[0-9][0-9 ()./\u2011-]{2,38}(?: ?(?:x|ext\\.?) ?[0-9]{1,6})?");

    private ContactInputs()
    {
    }

    /**
     * @param inputs what is wrong
     * @param value what was typed; nothing is fine
     * @return the e-mail address
     */
    public static String email(Inputs inputs, String value)
    {
        String email = inputs.line(ContactStore.EMAIL, value);
        if (!email.isEmpty() && !isEmail(email)) {
            inputs.add(new FieldError(ContactStore.EMAIL, "crowdsourcing.error.email", Inputs.shorten(email)));
        }
        return email;
    }

    private static boolean isEmail(String email)
    {
        boolean result = false;
        if (email.length() <= LONGEST_EMAIL && email.matches("[\\x21-\\x7E]+") && email.matches(".*@.*[^.]\\.[^.]+")) {
            try {
                InternetAddress address = new InternetAddress(email, true);
                address.validate();
                // No name beside it, no group of addresses.
                result = email.equals(address.getAddress()) && !address.isGroup();
            } catch (AddressException e) {
                result = false;
            }
        }
        return result;
    }

    /**
     * @param inputs what is wrong
     * @param value what was typed; nothing is fine
     * @return the telephone number
     */
    public static String phone(Inputs inputs, String value)
    {
        String phone = inputs.line(ContactStore.PHONE, value);
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            inputs.add(new FieldError(ContactStore.PHONE, "crowdsourcing.error.phone", Inputs.shorten(phone)));
        }
        return phone;
    }

    /**
     * @param inputs what is wrong
     * @param value what was typed; nothing is fine
     * @return the notes
     */
    public static String notes(Inputs inputs, String value)
    {
        return inputs.text(ContactStore.NOTES, value, Inputs.REASON);
    }
}
