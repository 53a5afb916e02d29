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

import java.util.ArrayList;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;

/**
 * Says in words who should be among the people that answer a challenge.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = WishList.class)
@Singleton
public class WishList
{
    private static final String COMMA = ", ";

    @Inject
    private Toolkit toolkit;

    /**
     * @param wishes what is wished for
     * @return a sentence for each wish, plain text
     */
    public List<String> getTexts(Wishes wishes)
    {
        List<String> texts = new ArrayList<>();
        if (!wishes.regions().isEmpty()) {
            texts.add(this.toolkit.translate("crowdsourcing.wishes.share", wishes.regionShare(),
                names("ExpertClass_region_", wishes.regions())));
        }
        if (!wishes.sectors().isEmpty()) {
            texts.add(this.toolkit.translate("crowdsourcing.wishes.sectors",
                names("ExpertClass_affiliations_", wishes.sectors())));
        }
        if (!wishes.languages().isEmpty()) {
            texts.add(this.toolkit.translate("crowdsourcing.wishes.languages", String.join(COMMA,
                wishes.languages().stream().map(this.toolkit::getLanguageName).toList())));
        }
        if (wishes.genderShare() > 0) {
            texts.add(this.toolkit.translate("crowdsourcing.wishes.gender", wishes.genderShare()));
        }
        if (wishes.newcomerShare() > 0) {
            texts.add(this.toolkit.translate("crowdsourcing.wishes.newcomers", wishes.newcomerShare()));
        }
        return texts;
    }

    private String names(String property, List<? extends Stored> values)
    {
        return String.join(COMMA, values.stream()
            .map(value -> this.toolkit.translate("Crowdsourcing.Code." + property + value.getId())).toList());
    }
}
