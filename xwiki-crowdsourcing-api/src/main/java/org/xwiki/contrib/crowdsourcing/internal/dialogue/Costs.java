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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.util.regex.Pattern;

/**
 * Tells whether a text names a cost, in English, Spanish, Portuguese or French.
 *
 * @version $Id$
 * @since 1.0
 */
final class Costs
{
    private static final String NUMBER = "\\d[\\d.,\\u00A0\\u202F]*";

    private static final String CODES = "(?:USD|EUR|GBP|MXN|BRL|COP|ARS|CLP|PEN|UYU|BOB|PYG|CRC|GTQ|HNL|NIO|DOP|PAB|CUP"
        + "|VES|CAD|AUD|NZD|CHF|JPY|CNY|INR|ZAR|KES|NGN|XOF|XAF|MAD)";

    private static final String NAMES = "(?:dollars?|d[o\\u00F3]lar(?:es)?|euros?|pounds|pesos?|reais|soles|bucks"
        + "|bol[i\\u00ED]var(?:es)?|quetzal(?:es)?|col[o\\u00F3]n(?:es)?|lempiras?|guaran[i\\u00ED](?:es|s)?|francs?"
        + "|rupees?|yen|yuan|rand)";

    private static final String MAGNITUDES = "(?:\\s*(?:k|thousand|million|millions|billion|mil|mill[o\\u00F3]n"
        + "|millones|milh[a\\u00E3]o|milh[o\\u00F5]es|millions?|mille|milliards?|mm|m)\\b)*";

    private static final String WORDS = "(?:costs?|costing|price|priced|budget|spend|expense|expenses|fee|costos?"
        + "|costes?|cuesta|cuestan|costar[i\\u00ED]an?|precio|presupuesto|gasto|gastos|custos?|custaria|pre[c\\u00E7]o"
        + "|or[c\\u00E7]amento|despesa|despesas|co[u\\u00FB]ts?|co[u\\u00FB]te|prix|d[e\\u00E9]penses?)";

    /** A sign or a code is written as it is; names and words with small or capital letters. */
    private static final Pattern AMOUNT = Pattern.compile("(?:\\p{Sc}|\\b" + CODES + ")\\s?" + NUMBER
        + '|' + NUMBER + MAGNITUDES + "\\s?(?:\\p{Sc}|" + CODES + "(?!\\w))"
        + "|(?iu:" + NUMBER + MAGNITUDES + "\\s+(?:de\\s+|of\\s+|d')?(?:\\p{L}+\\s+)?" + NAMES + "\\b)"
        + "|(?iu:(?<!\\p{L})" + WORDS + "(?!\\p{L})[^.!?\\d\\n]{0,40}" + NUMBER + ')');

    private Costs()
    {
    }

    /**
     * @param text wiki text
     * @return {@code true} if it names a cost
     */
    static boolean areNamed(String text)
    {
        return AMOUNT.matcher(text).find();
    }
}
