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
package org.xwiki.contrib.crowdsourcing.internal.agreement;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.agreement.Agreement;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementKind;
import org.xwiki.contrib.crowdsourcing.agreement.Agreements;
import org.xwiki.contrib.crowdsourcing.agreement.Signature;
import org.xwiki.contrib.crowdsourcing.expert.Engagement.Acceptance;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.PageNames;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.SpaceReference;

/**
 * Where it is stored what experts signed: in the engagement, and each text that somebody signed on a page of its own
 * beside the initiative, so that it can be read when the initiative says something else. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = AgreementStore.class)
@Singleton
public class AgreementStore
{
    private static final String CONFLICT = "conflict";

    private static final String NOT_FOUND = "crowdsourcing.error.notFound";

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private RowReader reader;

    /**
     * @param page a page of an initiative
     * @return what the initiative asks
     * @throws CrowdsourcingException if it cannot be read
     */
    public Asked asked(DocumentReference page) throws CrowdsourcingException
    {
        return new Asked(this.pages.nearest(page, Schema.INITIATIVE));
    }

    /**
     * @param engagement the page of an engagement
     * @return the page of its dialogue, as it should be
     */
    public static DocumentReference dialogue(DocumentReference engagement)
    {
        EntityReference space = engagement.getLastSpaceReference().getParent();
        return PageReader.home(space != null && space.getType() == EntityType.SPACE ? new SpaceReference(space)
            : engagement.getLastSpaceReference());
    }

    /**
     * @param engagement the page of an engagement
     * @return what is asked and what was signed
     * @throws CrowdsourcingException if there is no engagement, or it cannot be read
     */
    public Agreements get(DocumentReference engagement) throws CrowdsourcingException
    {
        Row row = this.pages.find(engagement, Schema.ENGAGEMENT).orElseThrow(AgreementStore::notFound);
        Optional<Row> initiative = this.pages.nearest(engagement, Schema.INITIATIVE);
        Asked asked = new Asked(initiative);
        List<Agreement> all = new ArrayList<>();
        for (AgreementKind kind : AgreementKind.values()) {
            String day = row.text(Asked.day(kind));
            String version = kind.isText() ? row.text(Asked.version(kind)).strip() : "";
            Acceptance signed = kind.isText() && version.isEmpty() || !kind.isText() && day.isBlank() ? null
                : new Acceptance(version, row.date(Asked.day(kind)));
            if (signed != null || asked.contains(kind)) {
                all.add(new Agreement(kind, text(initiative, kind, Asked.version(kind)).strip(),
                    text(initiative, kind, kind.getId()), signed, kept(initiative, kind, version),
                    asked.contains(kind)));
            }
        }
        DocumentReference dialogue = dialogue(engagement);
        return new Agreements(engagement, dialogue, this.pages.title(dialogue), all, row.text(CONFLICT));
    }

    private static NotFoundException notFound()
    {
        return new NotFoundException(new FieldError("", NOT_FOUND));
    }

    private static String text(Optional<Row> initiative, AgreementKind kind, String property)
    {
        return kind.isText() ? initiative.map(row -> row.text(property)).orElse("") : "";
    }

    private String kept(Optional<Row> initiative, AgreementKind kind, String version) throws CrowdsourcingException
    {
        return initiative.isEmpty() || version.isEmpty() ? ""
            : kept(initiative.get().page(), kind, version).map(row -> row.text(Schema.TEXT)).orElse("");
    }

    /**
     * @param initiative the page of an initiative
     * @param kind what was signed
     * @param version a version of it
     * @return the text of that version as it was signed first, empty if nobody signed it
     * @throws CrowdsourcingException if it cannot be read
     */
    public Optional<Row> kept(DocumentReference initiative, AgreementKind kind, String version)
        throws CrowdsourcingException
    {
        return this.pages.find(page(initiative, kind, version), Schema.AGREEMENT);
    }

    /**
     * @param initiative the page of an initiative
     * @param kind what is signed
     * @param was the initiative as it is
     * @param now the initiative as it will be
     * @return {@code true} if somebody signed the version that it will have, with another text
     * @throws CrowdsourcingException if it cannot be read
     */
    public boolean isSignedOtherwise(DocumentReference initiative, AgreementKind kind, Row was, Row now)
        throws CrowdsourcingException
    {
        String version = now.text(Asked.version(kind)).strip();
        String text = now.text(kind.getId());
        Optional<Row> kept = version.isEmpty() ? Optional.empty() : kept(initiative, kind, version);
        boolean changed = version.equals(was.text(Asked.version(kind)).strip())
            && !normal(was.text(kind.getId())).equals(normal(text));
        return kept.isPresent() ? !isSame(kept.get(), text)
            // It may have been signed before texts were kept.
            : changed && !version.isEmpty() && isSigned(initiative, kind, version);
    }

    private boolean isSigned(DocumentReference initiative, AgreementKind kind, String version)
        throws CrowdsourcingException
    {
        Statement statement = this.reader.below(this.reader.objects().add("and obj.className = :class and exists"
            + " (select s.id.id from StringProperty s where s.id.id = obj.id and s.id.name = :property"
            + " and s.value = :version)"), initiative.getLastSpaceReference())
            .bind("class", Schema.ENGAGEMENT.getClassName()).bind("property", Asked.version(kind))
            .bind(Schema.VERSION, version).limit(1);
        return !this.reader.find(initiative.getWikiReference(), statement).isEmpty();
    }

    /**
     * @param row a kept text
     * @param text a text
     * @return {@code true} if it says the same
     */
    static boolean isSame(Row row, String text)
    {
        return normal(row.text(Schema.TEXT)).equals(normal(text));
    }

    /** Browsers end lines otherwise than the wiki. */
    private static String normal(String text)
    {
        return text.replace("\r\n", "\n").strip();
    }

    private static DocumentReference page(DocumentReference initiative, AgreementKind kind, String version)
    {
        return new DocumentReference(PageNames.ofHash('a', kind.getId() + ' ' + version.strip()),
            new SpaceReference("Agreements", initiative.getLastSpaceReference()));
    }

    /**
     * Signs everything that is asked and not signed yet.
     *
     * @param engagement the page of an engagement
     * @param signature what its expert signs
     * @throws CrowdsourcingException if something is left out, the texts are not any more those that were read, or it
     *     cannot be saved
     */
    public void sign(DocumentReference engagement, Signature signature) throws CrowdsourcingException
    {
        Agreements agreements = get(engagement);
        if (!agreements.getStamp().equals(signature.read())) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.agreementChanged"));
        }
        List<Agreement> missing = agreements.getMissing();
        Inputs inputs = new Inputs();
        Map<String, Object> values = check(missing, signature, inputs);
        inputs.refuse();
        for (Agreement agreement : missing) {
            if (agreement.kind().isText()) {
                keep(engagement, agreement);
            }
        }
        if (!values.isEmpty()) {
            this.writer.update(engagement, Schema.ENGAGEMENT, values, "Signed by the expert");
        }
    }

    /**
     * @param engagement the page of an engagement
     * @param signature what its expert is about to sign
     * @param inputs is told what is left out
     * @throws CrowdsourcingException if it cannot be read
     */
    public void check(DocumentReference engagement, Signature signature, Inputs inputs) throws CrowdsourcingException
    {
        Agreements agreements = get(engagement);
        // Who read other texts is told that alone.
        if (agreements.getStamp().equals(signature.read())) {
            check(agreements.getMissing(), signature, inputs);
        }
    }

    private static Map<String, Object> check(List<Agreement> missing, Signature signature, Inputs inputs)
    {
        Map<String, Object> values = new HashMap<>();
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        for (Agreement agreement : missing) {
            AgreementKind kind = agreement.kind();
            if (!kind.isText()) {
                values.put(CONFLICT, inputs.requiredText(CONFLICT, signature.conflict(), Inputs.REASON));
            } else if (!signature.accepted().contains(kind)) {
                inputs.add(new FieldError(kind.getId(), "crowdsourcing.error.notAccepted"));
            } else {
                values.put(Asked.version(kind), agreement.version());
            }
            values.put(Asked.day(kind), today);
        }
        return values;
    }

    private void keep(DocumentReference engagement, Agreement agreement) throws CrowdsourcingException
    {
        DocumentReference initiative =
            this.pages.nearest(engagement, Schema.INITIATIVE).orElseThrow(AgreementStore::notFound).page();
        AgreementKind kind = agreement.kind();
        boolean usable = !agreement.version().isEmpty() && !agreement.text().isBlank();
        if (usable && !this.writer.createHidden(page(initiative, kind, agreement.version()), kind.getId(),
            Schema.AGREEMENT, Map.of("kind", kind.getId(), Schema.VERSION, agreement.version(), Schema.TEXT,
                agreement.text()))) {
            usable = kept(initiative, kind, agreement.version()).filter(row -> isSame(row, agreement.text()))
                .isPresent();
        }
        if (!usable) {
            throw new ConflictException(new FieldError(kind.getId(), "crowdsourcing.error.agreementUnusable"));
        }
    }
}
