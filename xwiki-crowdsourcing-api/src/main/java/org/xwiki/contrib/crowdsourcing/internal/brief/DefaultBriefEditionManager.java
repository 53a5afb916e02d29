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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefEdition;
import org.xwiki.contrib.crowdsourcing.brief.BriefEditionManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefEditions;
import org.xwiki.contrib.crowdsourcing.brief.BriefLanguage;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.brief.BriefVersion;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of the versions and the translations of briefs.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultBriefEditionManager implements BriefEditionManager
{
    @Inject
    private BriefStore store;

    @Inject
    private BriefPages editions;

    @Inject
    private PageReader pages;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Override
    public BriefEditions getEditions(DocumentReference page) throws CrowdsourcingException
    {
        Row row = this.things.get(page, Schema.BRIEF);
        DocumentReference text = BriefPages.text(row);
        DocumentReference original = this.editions.original(row);
        Optional<Row> first = this.pages.find(original, Schema.BRIEF);
        int last = first.map(found -> found.number(Schema.VERSION)).orElse(0);
        Collection<Row> found = this.store.editions(original);
        return new BriefEditions(original, text, last, versions(text, found),
            first.isEmpty() ? List.of() : languages(first.get(), last, found));
    }

    private List<BriefVersion> versions(DocumentReference text, Collection<Row> found) throws CrowdsourcingException
    {
        Map<Integer, BriefVersion> result = new TreeMap<>(Comparator.reverseOrder());
        for (Row row : found) {
            int number = row.number(Schema.VERSION);
            if (BriefPages.edition(row) == BriefEdition.VERSION
                && row.page().equals(BriefPages.version(text, number)) && this.access.canView(row.page()))
            {
                result.put(number, new BriefVersion(number, row.instant(BriefStore.FROZEN_ON), row.page(), ""));
            }
        }
        Optional<Brief> brief = current(text);
        if (brief.isPresent() && brief.get().version() > 0 && !brief.get().frozenRevision().isEmpty()) {
            // What was frozen before there were pages of versions.
            result.putIfAbsent(brief.get().version(), new BriefVersion(brief.get().version(), brief.get().frozenOn(),
                null, brief.get().frozenRevision()));
        }
        return List.copyOf(result.values());
    }

    private List<BriefLanguage> languages(Row original, int last, Collection<Row> found)
    {
        List<BriefLanguage> result = new ArrayList<>();
        for (Row row : found) {
            if (BriefPages.edition(row) == BriefEdition.TRANSLATION && this.access.canView(row.page())) {
                result.add(language(row, row.number(BriefStore.TRANSLATES), last));
            }
        }
        result.sort(Comparator.comparing(BriefLanguage::language));
        if (!result.isEmpty() && this.access.canView(original.page())) {
            result.add(0, language(original, 0, 0));
        }
        return result;
    }

    private static BriefLanguage language(Row row, int translates, int last)
    {
        return new BriefLanguage(row.page(), row.title(), row.text(BriefStore.LANGUAGE), translates,
            row.option(BriefStore.STATE, BriefState.DRAFT), translates < last);
    }

    private Optional<Brief> current(DocumentReference text) throws CrowdsourcingException
    {
        Optional<Row> row = this.things.find(text, Schema.BRIEF);
        return row.isEmpty() ? Optional.empty() : Optional.of(this.store.load(row.get()));
    }

    @Override
    public Optional<Brief> getText(DocumentReference brief, int number) throws CrowdsourcingException
    {
        Optional<Brief> now = current(brief);
        if (now.isEmpty() || number == 0) {
            return now;
        }
        DocumentReference version = BriefPages.version(brief, number);
        Optional<Row> frozen = this.editions.findVersion(version).filter(row -> this.access.canView(version));
        if (frozen.isPresent()) {
            return Optional.of(this.store.load(frozen.get()));
        }
        return now.get().version() == number ? this.store.at(brief, now.get().frozenRevision()) : Optional.empty();
    }

    @Override
    public Brief getFrozen(Brief brief) throws CrowdsourcingException
    {
        return brief.version() == 0 ? brief : getText(brief.reference(), brief.version()).orElse(brief);
    }

    @Override
    public DocumentReference translate(DocumentReference brief, String language, String title)
        throws CrowdsourcingException
    {
        Row row = this.things.get(brief, Schema.BRIEF);
        this.access.require(canTranslate(brief));
        if (row.number(Schema.VERSION) == 0) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.briefNotFrozen"));
        }
        Inputs inputs = new Inputs();
        String wanted = language == null ? "" : language.strip();
        if (wanted.isEmpty()) {
            inputs.required(BriefStore.LANGUAGE, wanted);
        } else if (!Inputs.isLanguage(wanted)) {
            inputs.add(new FieldError(BriefStore.LANGUAGE, "crowdsourcing.error.unknownValue", wanted));
        } else if (wanted.equals(row.text(BriefStore.LANGUAGE)) || this.editions.hasTranslation(brief, wanted)) {
            inputs.add(new FieldError(BriefStore.LANGUAGE, "crowdsourcing.error.translationExists"));
        }
        String checked = inputs.title("title", title);
        inputs.refuse();
        return this.editions.createTranslation(brief, wanted, checked, source(brief, row.number(Schema.VERSION)));
    }

    /** Where there is no page of the version the text of the brief is what is left of it. */
    private DocumentReference source(DocumentReference brief, int number) throws CrowdsourcingException
    {
        DocumentReference version = BriefPages.version(brief, number);
        return this.editions.findVersion(version).isPresent() ? version : brief;
    }

    @Override
    public void bringUpToDate(DocumentReference translation) throws CrowdsourcingException
    {
        Row row = this.things.getEditable(translation, Schema.BRIEF);
        if (BriefPages.edition(row) != BriefEdition.TRANSLATION) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.conflict"));
        }
        if (row.option(BriefStore.STATE, BriefState.DRAFT) == BriefState.FROZEN) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.briefFrozen"));
        }
        Row original = this.things.get(this.editions.original(row), Schema.BRIEF);
        int last = original.number(Schema.VERSION);
        this.editions.follow(translation, last, source(original.page(), last));
    }

    @Override
    public boolean canTranslate(DocumentReference brief)
    {
        try {
            return this.things.canCreate(brief) && PageReader.HOME.equals(brief.getName())
                && this.pages.find(brief, Schema.BRIEF)
                .filter(row -> BriefPages.edition(row) == BriefEdition.ORIGINAL).isPresent();
        } catch (CrowdsourcingException e) {
            return false;
        }
    }
}
