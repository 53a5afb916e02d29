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
package org.xwiki.contrib.crowdsourcing.internal.brief;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.brief.BriefEdition;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Gate;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.SpaceReference;

/**
 * The pages of a brief: its versions are beside it, {@code V1}, {@code V2} and so on, its translations in spaces below
 * it. What belongs together is found by the place where it stands, so moving a brief moves all of it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = BriefPages.class)
@Singleton
public class BriefPages
{
    private static final String PREFIX = "V";

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    /**
     * @param row a stored brief
     * @return what its page is
     */
    public static BriefEdition edition(Row row)
    {
        return row.option(BriefStore.EDITION, BriefEdition.ORIGINAL);
    }

    /**
     * @param row a stored brief
     * @return {@code true} if people can comment on it: it is no frozen version
     */
    public static boolean isThread(Row row)
    {
        return edition(row) != BriefEdition.VERSION;
    }

    /**
     * @param name the name of a page
     * @return {@code true} if a frozen version may have it
     */
    static boolean isVersionName(String name)
    {
        return name.matches("V[1-9]\\d{0,5}");
    }

    /**
     * @param text the page of a brief or a translation
     * @param number the number of a version
     * @return the page of the version
     */
    static DocumentReference version(DocumentReference text, int number)
    {
        return new DocumentReference(PREFIX + number, text.getLastSpaceReference());
    }

    /**
     * @param page a page
     * @return the frozen version that it holds, empty if it holds none
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Row> findVersion(DocumentReference page) throws CrowdsourcingException
    {
        return isVersionName(page.getName())
            ? this.pages.find(page, Schema.BRIEF).filter(row -> edition(row) == BriefEdition.VERSION)
            : Optional.empty();
    }

    /**
     * @param row a stored brief, version or translation
     * @return the page of the brief or the translation whose text it is
     */
    static DocumentReference text(Row row)
    {
        return edition(row) == BriefEdition.VERSION ? PageReader.home(row.page().getLastSpaceReference()) : row.page();
    }

    /**
     * @param row a stored brief, version or translation
     * @return the page of the brief itself
     * @throws CrowdsourcingException if it cannot be read
     */
    DocumentReference original(Row row) throws CrowdsourcingException
    {
        DocumentReference text = text(row);
        EntityReference above = text.getLastSpaceReference().getParent();
        boolean translated = this.pages.find(text, Schema.BRIEF)
            .filter(found -> edition(found) == BriefEdition.TRANSLATION).isPresent();
        return translated && above != null && above.getType() == EntityType.SPACE
            ? PageReader.home(new SpaceReference(above)) : text;
    }

    /**
     * @param brief the page of a brief that is frozen
     * @param number the number of the version
     * @throws CrowdsourcingException if there is another page where the version would be
     */
    void checkFree(DocumentReference brief, int number) throws CrowdsourcingException
    {
        DocumentReference version = version(brief, number);
        if (hasVersions(brief) && this.pages.exists(version)) {
            throw new ConflictException(
                new FieldError("", "crowdsourcing.error.briefVersionTaken", version.getName()));
        }
    }

    /** A brief without a space of its own has its frozen versions in its history. */
    private static boolean hasVersions(DocumentReference brief)
    {
        return PageReader.HOME.equals(brief.getName());
    }

    /**
     * Creates the page of a version.
     *
     * @param brief the page of a brief that has been frozen
     * @throws CrowdsourcingException if it cannot be saved
     */
    void createVersion(DocumentReference brief) throws CrowdsourcingException
    {
        Optional<Row> found = this.pages.find(brief, Schema.BRIEF);
        if (found.isPresent() && hasVersions(brief)) {
            Row row = found.get();
            Map<String, Object> values = row.values(Schema.BRIEF);
            values.put(BriefStore.STATE, BriefState.FROZEN.getId());
            values.put(BriefStore.EDITION, BriefEdition.VERSION.getId());
            // Who may view the brief may view it: it is in the same space.
            values.put(Gate.ACCESS, "");
            values.put("frozenRevision", "");
            this.writer.createHidden(version(brief, row.number(Schema.VERSION)), row.title(),
                Map.of(Schema.BRIEF, List.of(values), Schema.EVIDENCE, evidence(brief)));
        }
    }

    private List<Map<String, Object>> evidence(DocumentReference page) throws CrowdsourcingException
    {
        return this.pages.all(page, Schema.EVIDENCE).stream().map(entry -> entry.values(Schema.EVIDENCE)).toList();
    }

    /**
     * Creates the page of a translation, with the text of a version.
     *
     * @param brief the page of a brief
     * @param language the language
     * @param title the title
     * @param source the page with the text to be translated
     * @return the page
     * @throws CrowdsourcingException if it cannot be saved
     */
    DocumentReference createTranslation(DocumentReference brief, String language, String title,
        DocumentReference source) throws CrowdsourcingException
    {
        Map<String, Object> values = new HashMap<>();
        Optional<Row> text = this.pages.find(source, Schema.BRIEF);
        if (text.isPresent()) {
            for (BriefSection section : BriefSection.values()) {
                values.put(section.getProperty(), text.get().text(section.getProperty()));
            }
            values.put(BriefStore.TRANSLATES, text.get().number(Schema.VERSION));
        }
        values.put(BriefStore.STATE, BriefState.DRAFT.getId());
        values.put(BriefStore.EDITION, BriefEdition.TRANSLATION.getId());
        values.put(BriefStore.LANGUAGE, language);
        Map<Schema, List<Map<String, Object>>> objects = new LinkedHashMap<>();
        objects.put(Schema.BRIEF, List.of(values));
        objects.put(Schema.EVIDENCE, evidence(source));
        return this.writer.createFilled(brief.getLastSpaceReference(), language, title, Schema.BRIEF, objects);
    }

    /**
     * @param brief the page of a brief
     * @param language a language
     * @return {@code true} if there is a page where its translation would be
     * @throws CrowdsourcingException if it cannot be read
     */
    boolean hasTranslation(DocumentReference brief, String language) throws CrowdsourcingException
    {
        return this.pages.exists(PageReader.home(new SpaceReference(language, brief.getLastSpaceReference())));
    }

    /**
     * Says which version a translation translates, and adds the evidence that it lacks.
     *
     * @param translation the page of a translation
     * @param number the number of the version
     * @param source the page with the text of the version
     * @throws CrowdsourcingException if it cannot be saved
     */
    void follow(DocumentReference translation, int number, DocumentReference source) throws CrowdsourcingException
    {
        List<String> known = this.pages.all(translation, Schema.EVIDENCE).stream()
            .map(entry -> entry.text(Schema.UID)).toList();
        this.writer.update(translation, Schema.BRIEF, Map.of(BriefStore.TRANSLATES, number), "");
        this.writer.add(translation, Schema.EVIDENCE, this.pages.all(source, Schema.EVIDENCE).stream()
            .filter(entry -> !known.contains(entry.text(Schema.UID)))
            .map(entry -> entry.values(Schema.EVIDENCE)).toList());
    }
}
