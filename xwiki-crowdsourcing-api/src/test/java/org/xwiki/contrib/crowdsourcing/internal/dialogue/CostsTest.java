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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests what is taken for a cost.
 *
 * @version $Id$
 * @since 1.0
 */
class CostsTest
{
    @ParameterizedTest
    @ValueSource(strings = {"about $20,000 a year", "20.000 \u20AC", "\u00A35 each", "USD 12000", "3 million MXN",
        "two offices, 40,000 dollars each", "3 millones de pesos", "dos mil... 2.000 d\u00F3lares", "R$ 5.000",
        "5 mil reais por m\u00EAs", "300 000 euros par an", "It costs at least 20,000", "The budget would be 3 million",
        "Un presupuesto de 3 millones", "Cuesta unos 500", "O custo seria de 200 mil", "Le co\u00FBt : 200 mille",
        "Costar\u00EDa 15 mil", "12 Mexican pesos"})
    void costs(String text)
    {
        assertTrue(Costs.areNamed(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "In 2016 the law was passed", "ALL 32 states", "TOP 10", "3 real problems",
        "The costs are unknown. In 2016 nobody asked.", "At all costs", "accosted by 3 people", "Los 32 estados",
        "Le prix de la libert\u00E9", "$ sign", "60 people", "a 3 mil personas"})
    void noCosts(String text)
    {
        assertFalse(Costs.areNamed(text), text);
    }
}
