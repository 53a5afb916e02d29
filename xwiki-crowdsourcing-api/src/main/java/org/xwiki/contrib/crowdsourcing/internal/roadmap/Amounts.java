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
package org.xwiki.contrib.crowdsourcing.internal.roadmap;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;

/**
 * Amounts of money and their currencies, as they are stored and typed.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Amounts
{
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(\\.\\d{1,4})?");

    private static final Set<String> CURRENCIES =
        Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toSet());

    private Amounts()
    {
    }

    /**
     * @param value what is stored
     * @return the amount, {@code null} if it is none
     */
    public static BigDecimal find(String value)
    {
        String amount = value.strip();
        return AMOUNT.matcher(amount).matches() ? new BigDecimal(amount) : null;
    }

    /**
     * @param value what is stored
     * @return the currency by ISO 4217, empty if it is none
     */
    public static String findCurrency(String value)
    {
        return CURRENCIES.contains(value.strip()) ? value.strip() : "";
    }

    /**
     * @param value what was typed; nothing is fine
     * @param field the field, for the error
     * @return what is wrong with it
     */
    public static Optional<FieldError> checkAmount(String value, String field)
    {
        return value.isBlank() || find(value) != null ? Optional.empty()
            : Optional.of(new FieldError(field, "crowdsourcing.error.amount", Inputs.shorten(value.strip())));
    }

    /**
     * @param value what was typed; nothing is fine
     * @param field the field, for the error
     * @return what is wrong with it
     */
    public static Optional<FieldError> checkCurrency(String value, String field)
    {
        return value.isBlank() || !findCurrency(value).isEmpty() ? Optional.empty()
            : Optional.of(new FieldError(field, "crowdsourcing.error.currency", Inputs.shorten(value.strip())));
    }
}
