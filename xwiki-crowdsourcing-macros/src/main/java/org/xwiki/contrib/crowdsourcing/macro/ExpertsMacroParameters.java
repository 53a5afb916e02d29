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
package org.xwiki.contrib.crowdsourcing.macro;

import org.xwiki.model.reference.DocumentReference;
import org.xwiki.properties.annotation.PropertyAdvanced;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyDisplayType;
import org.xwiki.properties.annotation.PropertyName;
import org.xwiki.properties.annotation.PropertyOrder;

/**
 * Parameters of the macro that shows the directory of experts.
 *
 * @version $Id$
 * @since 1.0
 */
public class ExpertsMacroParameters
{
    private ExpertsView view = ExpertsView.CARDS;

    private String area;

    private String country;

    private ExpertsAffiliation affiliation = ExpertsAffiliation.ALL;

    private String language;

    private ExpertsRegion region = ExpertsRegion.ALL;

    private ExpertsLevel level = ExpertsLevel.ALL;

    private String words;

    private int limit = 20;

    /**
     * @return how to lay the directory out: as cards or as a table
     */
    public ExpertsView getView()
    {
        return this.view;
    }

    /**
     * @param view how to lay the directory out: as cards or as a table
     */
    @PropertyName("View")
    @PropertyDescription("How to lay the directory out: as cards or as a table")
    @PropertyOrder(1)
    public void setView(ExpertsView view)
    {
        this.view = view;
    }

    /**
     * @return only experts of this area of expertise
     */
    public String getArea()
    {
        return this.area;
    }

    /**
     * @param area only experts of this area of expertise
     */
    @PropertyName("Area")
    @PropertyDescription("Only experts of this area of expertise")
    @PropertyDisplayType(DocumentReference.class)
    @PropertyOrder(2)
    public void setArea(String area)
    {
        this.area = area;
    }

    /**
     * @return only experts of this country, as two letters such as MX
     */
    public String getCountry()
    {
        return this.country;
    }

    /**
     * @param country only experts of this country, as two letters such as MX
     */
    @PropertyName("Country")
    @PropertyDescription("Only experts of this country, as two letters such as MX")
    @PropertyOrder(3)
    public void setCountry(String country)
    {
        this.country = country;
    }

    /**
     * @return only experts with this affiliation
     */
    public ExpertsAffiliation getAffiliation()
    {
        return this.affiliation;
    }

    /**
     * @param affiliation only experts with this affiliation
     */
    @PropertyName("Affiliation")
    @PropertyDescription("Only experts with this affiliation")
    @PropertyOrder(4)
    public void setAffiliation(ExpertsAffiliation affiliation)
    {
        this.affiliation = affiliation;
    }

    /**
     * @return only experts who speak this language, as a code such as es
     */
    public String getLanguage()
    {
        return this.language;
    }

    /**
     * @param language only experts who speak this language, as a code such as es
     */
    @PropertyName("Language")
    @PropertyDescription("Only experts who speak this language, as a code such as es")
    @PropertyOrder(5)
    public void setLanguage(String language)
    {
        this.language = language;
    }

    /**
     * @return only experts who live in this region of the world
     */
    public ExpertsRegion getRegion()
    {
        return this.region;
    }

    /**
     * @param region only experts who live in this region of the world
     */
    @PropertyName("Region")
    @PropertyDescription("Only experts who live in this region of the world")
    @PropertyOrder(6)
    public void setRegion(ExpertsRegion region)
    {
        this.region = region;
    }

    /**
     * @return only experts who are able to do this in some area, or in the chosen one
     */
    public ExpertsLevel getLevel()
    {
        return this.level;
    }

    /**
     * @param level only experts who are able to do this in some area, or in the chosen one
     */
    @PropertyName("Level")
    @PropertyDescription("Only experts of this level, in the area if one is chosen")
    @PropertyOrder(7)
    public void setLevel(ExpertsLevel level)
    {
        this.level = level;
    }

    /**
     * @return only experts whose profiles have these words, in any form
     */
    public String getWords()
    {
        return this.words;
    }

    /**
     * @param words only experts whose profiles have these words, in any form
     */
    @PropertyName("Words")
    @PropertyDescription("Only experts whose profiles have these words, in any form")
    @PropertyOrder(8)
    public void setWords(String words)
    {
        this.words = words;
    }

    /**
     * @return how many experts to show at once, at most 100
     */
    public int getLimit()
    {
        return this.limit;
    }

    /**
     * @param limit how many experts to show at once, at most 100
     */
    @PropertyName("Limit")
    @PropertyDescription("How many experts to show at once, at most 100")
    @PropertyOrder(9)
    @PropertyAdvanced
    public void setLimit(int limit)
    {
        this.limit = limit;
    }
}
