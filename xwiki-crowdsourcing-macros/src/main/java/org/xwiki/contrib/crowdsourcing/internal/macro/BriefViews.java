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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefEdition;
import org.xwiki.contrib.crowdsourcing.brief.BriefEditionManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefEditions;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.brief.BriefVersion;
import org.xwiki.contrib.crowdsourcing.brief.Citations;
import org.xwiki.contrib.crowdsourcing.internal.table.ExpertOptions;
import org.xwiki.model.reference.DocumentReference;

/**
 * What is shown of a brief beside its discussion: the text with its evidence, the versions and how they differ, and the
 * languages, with their forms.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = BriefViews.class)
@Singleton
public class BriefViews
{
    /** The name of the template that shows a frozen version. */
    static final String VERSION = "brief-version";

    private static final String VERSIONS = "versions";

    private static final String CHANGES = "changes";

    private static final String FROM = "cs_from";

    private static final String TO = "cs_to";

    private static final String BRIEF = "brief";

    private static final String LANGUAGE = "language";

    private static final String PARAGRAPHS = "paragraphs";

    private static final String EDITIONS = "editions";

    private static final String TITLE = "title";

    /** How much of a paragraph tells it from the others. */
    private static final int RECOGNIZED = 70;

    @Inject
    private BriefManager briefs;

    @Inject
    private BriefEditionManager manager;

    @Inject
    private BriefChanges comparison;

    @Inject
    private Passages passages;

    @Inject
    private ExpertOptions options;

    @Inject
    private Toolkit toolkit;

    /**
     * @return {@code true} if the reader asks for the versions of a brief, or how they differ
     */
    public boolean isWanted()
    {
        String wanted = this.toolkit.getParameter(FormProcessor.VIEW);
        return VERSIONS.equals(wanted) || CHANGES.equals(wanted);
    }

    /**
     * @param brief the page of a brief or a translation
     * @return what the forms do, by name
     */
    public Map<String, FormAction> getActions(DocumentReference brief)
    {
        Map<String, FormAction> actions = new HashMap<>();
        actions.put("translate", form -> this.toolkit
            .getURL(this.manager.translate(brief, form.get(LANGUAGE), form.get(TITLE)), null, null));
        actions.put("bringUpToDate", form -> {
            this.manager.bringUpToDate(brief);
            return this.toolkit.getURL(brief, null, null);
        });
        return actions;
    }

    /**
     * @param brief a brief, a version or a translation
     * @param readOnly {@code true} if no form may be shown
     * @return what is shown of it
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(Brief brief, boolean readOnly) throws CrowdsourcingException
    {
        BriefEditions editions = this.manager.getEditions(brief.reference());
        Map<String, Object> data = new HashMap<>();
        data.put(BRIEF, brief);
        data.put("sections", BriefSection.values());
        data.put("citations", Citations.of(brief));
        data.put(EDITIONS, editions);
        boolean original = brief.edition() == BriefEdition.ORIGINAL;
        data.put("original", original ? null : find(editions.original()));
        data.put("texted", brief.edition() == BriefEdition.VERSION ? find(editions.text()) : null);
        data.put("outdated", brief.translates() > 0 && brief.translates() < editions.last());
        data.put("newest", editions.versions().isEmpty() ? null : editions.versions().get(0));
        data.put("canCite", !readOnly && this.briefs.canEdit(brief.reference()));
        putTranslation(brief, !readOnly && original && brief.version() > 0, data);
        data.put(LANGUAGE, new LanguageTool());
        data.put(PARAGRAPHS, List.of());
        if (!readOnly && brief.state() != BriefState.FROZEN) {
            putParagraphs(brief, data);
        }
        return data;
    }

    private Brief find(DocumentReference page) throws CrowdsourcingException
    {
        return this.briefs.get(page).orElse(null);
    }

    private void putTranslation(Brief brief, boolean possible, Map<String, Object> data)
    {
        boolean canTranslate = possible && this.manager.canTranslate(brief.reference());
        data.put("canTranslate", canTranslate);
        if (canTranslate) {
            List<String> languages = this.options.getLanguages();
            data.put("languages", languages);
            data.put("languageNames", languages.stream().map(this.toolkit::getLanguageName).toList());
        }
    }

    private void putParagraphs(Brief brief, Map<String, Object> data)
    {
        List<Passages.Paragraph> paragraphs = this.passages.getParagraphs(brief);
        data.put(PARAGRAPHS, paragraphs.stream().map(Passages.Paragraph::text).toList());
        List<String> titles = new ArrayList<>();
        for (Passages.Paragraph paragraph : paragraphs) {
            String text = paragraph.text();
            int length = text.codePointCount(0, text.length());
            titles.add(this.toolkit.translate("Crowdsourcing.Code.BriefClass_" + paragraph.section().getProperty())
                + ": " + (length <= RECOGNIZED ? text
                    : text.substring(0, text.offsetByCodePoints(0, RECOGNIZED)).strip() + '\u2026'));
        }
        data.put("paragraphTitles", titles);
    }

    /**
     * @return the name of the template that shows what the reader asks for
     */
    public String getWanted()
    {
        return CHANGES.equals(this.toolkit.getParameter(FormProcessor.VIEW)) ? "brief-changes" : "brief-versions";
    }

    /**
     * @param brief a brief or a translation
     * @return its versions, and how two of them differ if that is asked for
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getVersions(Brief brief) throws CrowdsourcingException
    {
        DocumentReference page = brief.reference();
        BriefEditions editions = this.manager.getEditions(page);
        Map<String, Object> data = new HashMap<>();
        data.put(BRIEF, brief);
        data.put(EDITIONS, editions);
        List<String> numbers = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (BriefVersion version : editions.versions()) {
            numbers.add(String.valueOf(version.number()));
            titles.add(this.toolkit.translate("crowdsourcing.brief.version", version.number()));
        }
        numbers.add("0");
        titles.add(this.toolkit.translate("crowdsourcing.brief.draftText"));
        data.put("numbers", numbers);
        data.put("titles", titles);
        int latest = editions.versions().isEmpty() ? 0 : editions.versions().get(0).number();
        boolean frozen = brief.state() == BriefState.FROZEN;
        int from = number(FROM, frozen ? Math.max(1, latest - 1) : latest);
        int to = number(TO, frozen ? latest : 0);
        data.put("from", from);
        data.put("to", to);
        if (CHANGES.equals(this.toolkit.getParameter(FormProcessor.VIEW))) {
            data.put(CHANGES, this.comparison.compare(find(page, from), find(page, to)));
        }
        return data;
    }

    private int number(String parameter, int otherwise)
    {
        String typed = this.toolkit.getParameter(parameter);
        return typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : otherwise;
    }

    private Brief find(DocumentReference page, int number) throws CrowdsourcingException
    {
        Optional<Brief> text = this.manager.getText(page, number);
        return text.orElseThrow(
            () -> new NotFoundException(new FieldError("", "crowdsourcing.error.briefVersionUnknown", number)));
    }
}
