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
package org.xwiki.contrib.crowdsourcing.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.PageNames;
import org.xwiki.model.document.DocumentAuthors;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.user.CurrentUserReference;
import org.xwiki.user.UserReference;
import org.xwiki.user.UserReferenceResolver;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * The one way to write a page: on a clone, only what differs, in the name of the current user. What is unique is so by
 * the name of its page. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PageWriter.class)
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class PageWriter
{
    private static final String MANAGED = "crowdsourcing.managed";

    private static final String FAILED = "Failed to save the page [%s]";

    private static final int ATTEMPTS = 200;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private PageGuard guard;

    @Inject
    private RowReader reader;

    @Inject
    private DocumentReferenceResolver<String> resolver;

    @Inject
    private Execution execution;

    @Inject
    private UserReferenceResolver<CurrentUserReference> currentUser;

    /**
     * @return {@code true} while a manager saves
     */
    public boolean isManaged()
    {
        ExecutionContext context = this.execution.getContext();
        return context != null && Boolean.TRUE.equals(context.getProperty(MANAGED));
    }

    /**
     * Creates the page of a new space, from the template of its class.
     *
     * @param parent the space below which it is created
     * @param name the name that the space should have; a number is added if it is taken
     * @param title the title
     * @param schema the class
     * @return the page
     * @throws CrowdsourcingException if it cannot be saved
     */
    public DocumentReference create(SpaceReference parent, String name, String title, Schema schema)
        throws CrowdsourcingException
    {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            SpaceReference space = new SpaceReference(PageNames.attempt(name, attempt), parent);
            DocumentReference page = PageReader.home(space);
            if (isFree(space) && create(page, title, schema, Map.of(), false)) {
                return page;
            }
        }
        throw taken(name);
    }

    private static CrowdsourcingException taken(String name)
    {
        return new CrowdsourcingException(new FieldError("title", "crowdsourcing.error.nameTaken", name));
    }

    private boolean isFree(SpaceReference space) throws CrowdsourcingException
    {
        Statement statement =
            this.reader.below(new Statement("select doc.fullName from XWikiDocument doc where 1 = 1"), space).limit(1);
        return this.reader.list(new DocumentReference(PageReader.HOME, space).getWikiReference(), statement)
            .isEmpty();
    }

    /**
     * Creates a hidden page with one object.
     *
     * @param page the page
     * @param title the title
     * @param schema the class of the object
     * @param values the values of the object
     * @return {@code false} if the page was there already; then nothing is changed
     * @throws CrowdsourcingException if it cannot be saved
     */
    public boolean createHidden(DocumentReference page, String title, Schema schema, Map<String, Object> values)
        throws CrowdsourcingException
    {
        return create(page, title, schema, values, true);
    }

    /**
     * Creates a page with one object.
     *
     * @param page the page
     * @param title the title
     * @param schema the class of the object
     * @param values the values of the object
     * @param hidden {@code true} for a hidden page, {@code false} for one from the template of the class
     * @return {@code false} if the page was there already; then nothing is changed
     * @throws CrowdsourcingException if it cannot be saved
     */
    public boolean create(DocumentReference page, String title, Schema schema, Map<String, Object> values,
        boolean hidden) throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        try {
            XWikiDocument document = context.getWiki().getDocument(page, context).clone();
            if (!document.isNew()) {
                return false;
            }
            DocumentReference template =
                new DocumentReference(schema.getTemplateReference(), page.getWikiReference());
            if (!hidden && context.getWiki().exists(template, context)) {
                document.readFromTemplate(template, context);
            }
            entitle(document, title);
            document.setHidden(hidden);
            if (hidden) {
                // Nothing on such a page is ever a script: whoever wrote it, what it says gets no right.
                document.setEnforceRequiredRights(true);
            }
            setAuthors(document);
            PageObjects.set(PageObjects.first(document, schema, context), schema, values, context);
            save(document, "", context);
            return true;
        } catch (XWikiException e) {
            return handleClash(page, e);
        }
    }

    /**
     * The wiki runs what is a script in a title, with the rights of who saves the page: of somebody who imports what
     * others wrote, or whose page others change with a form.
     */
    private static void entitle(XWikiDocument document, String title)
    {
        document.setTitle(title);
        if (title.contains("$") || title.contains("#")) {
            document.setEnforceRequiredRights(true);
        }
    }

    private void setAuthors(XWikiDocument document)
    {
        DocumentAuthors authors = document.getAuthors();
        UserReference user = this.currentUser.resolve(CurrentUserReference.INSTANCE);
        authors.setCreator(user);
        authors.setContentAuthor(user);
        authors.setEffectiveMetadataAuthor(user);
    }

    private boolean handleClash(DocumentReference page, XWikiException failure) throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        try {
            if (!context.getWiki().getDocument(page, context).isNew()) {
                return false;
            }
        } catch (XWikiException e) {
            failure.addSuppressed(e);
        }
        throw new CrowdsourcingException(String.format("Failed to create the page [%s]", page), failure);
    }

    /**
     * Changes values of the first object of a class of a page. Nothing is saved if nothing differs.
     *
     * @param page the page
     * @param schema the class
     * @param values the new values
     * @param comment what is said in the history of the page
     * @throws CrowdsourcingException if there is no such object or it cannot be saved
     */
    public void update(DocumentReference page, Schema schema, Map<String, Object> values, String comment)
        throws CrowdsourcingException
    {
        adjust(page, schema, row -> values, comment);
    }

    /**
     * Changes values of the first object of a class of a page according to what it holds, which nobody else changes
     * meanwhile. Nothing is saved if nothing differs.
     *
     * @param page the page
     * @param schema the class
     * @param values gives the new values for what the object holds
     * @param comment what is said in the history of the page
     * @throws CrowdsourcingException if there is no such object or it cannot be saved
     */
    public void adjust(DocumentReference page, Schema schema, Function<Row, Map<String, Object>> values,
        String comment) throws CrowdsourcingException
    {
        change(page, comment, (document, context) -> {
            BaseObject object = PageObjects.known(document, schema);
            Row held = PageReader.rows(document, schema, null).get(0);
            this.guard.check(page, held);
            return PageObjects.set(object, schema, values.apply(held), context);
        });
    }

    /**
     * Changes values of objects of a class of a page. Nothing is saved if nothing differs.
     *
     * @param page the page
     * @param schema the class
     * @param values the new values by the number of the object
     * @throws CrowdsourcingException if there is no such object or it cannot be saved
     */
    public void update(DocumentReference page, Schema schema, Map<Integer, Map<String, Object>> values)
        throws CrowdsourcingException
    {
        change(page, "", (document, context) -> PageObjects.setAll(document, schema, values, context));
    }

    /**
     * Gives new values for what objects of a page hold.
     */
    @FunctionalInterface
    public interface Adjustment
    {
        /**
         * @param held the objects
         * @return the new values by the number of the object
         * @throws CrowdsourcingException if nothing may be changed
         */
        Map<Integer, Map<String, Object>> of(List<Row> held) throws CrowdsourcingException;
    }

    /**
     * Changes values of objects of a class of a page according to what they hold, which nobody else changes meanwhile.
     * Nothing is saved if nothing differs.
     *
     * @param page the page
     * @param schema the class
     * @param adjustment gives the new values for what the objects hold
     * @throws CrowdsourcingException if nothing may be changed or it cannot be saved
     */
    public void adjustAll(DocumentReference page, Schema schema, Adjustment adjustment) throws CrowdsourcingException
    {
        change(page, "", (document, context) -> PageObjects.setAll(document, schema,
            adjustment.of(PageReader.rows(document, schema, this.resolver)), context));
    }

    /**
     * Adds objects to a page.
     *
     * @param page the page
     * @param schema their class
     * @param objects the values of each
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void add(DocumentReference page, Schema schema, List<Map<String, Object>> objects)
        throws CrowdsourcingException
    {
        change(page, "", (document, context) -> {
            for (Map<String, Object> values : objects) {
                PageObjects.set(document.newXObject(schema.getClassReference(), context), schema, values, context);
            }
            return !objects.isEmpty();
        });
    }

    /**
     * Creates the page of a new space with all its objects, in one save.
     *
     * @param parent the space below which it is created
     * @param name the name that the space should have; a number is added if it is taken
     * @param title the title
     * @param schema the class of the page
     * @param objects the values of its objects, by their class
     * @return the page
     * @throws CrowdsourcingException if it cannot be saved
     */
    public DocumentReference createFilled(SpaceReference parent, String name, String title, Schema schema,
        Map<Schema, List<Map<String, Object>>> objects) throws CrowdsourcingException
    {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            SpaceReference space = new SpaceReference(PageNames.attempt(name, attempt), parent);
            if (isFree(space)) {
                DocumentReference page = PageReader.home(space);
                change(page, "", (document, context) -> {
                    DocumentReference template =
                        new DocumentReference(schema.getTemplateReference(), page.getWikiReference());
                    if (context.getWiki().exists(template, context)) {
                        document.readFromTemplate(template, context);
                    }
                    entitle(document, title);
                    setAuthors(document);
                    PageObjects.fill(document, objects, context);
                    // A page that holds nothing but its title is created, too.
                    return true;
                });
                return page;
            }
        }
        throw taken(name);
    }

    /**
     * Creates a hidden page with all its objects, in one save. Nothing is saved if it is there already.
     *
     * @param page the page
     * @param title the title
     * @param objects the values of its objects, by their class
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void createHidden(DocumentReference page, String title, Map<Schema, List<Map<String, Object>>> objects)
        throws CrowdsourcingException
    {
        change(page, "", (document, context) -> {
            boolean absent = document.isNew();
            if (absent) {
                document.setTitle(title);
                document.setHidden(true);
                document.setEnforceRequiredRights(true);
                setAuthors(document);
                PageObjects.fill(document, objects, context);
            }
            return absent;
        });
    }

    /**
     * Changes objects of a page, in one save. Nothing is saved if nothing differs.
     *
     * @param page the page
     * @param title the title
     * @param objects the values of its objects, by their class; there are no others of these classes afterwards
     * @param comment what is said in the history of the page
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void fill(DocumentReference page, String title, Map<Schema, List<Map<String, Object>>> objects,
        String comment) throws CrowdsourcingException
    {
        change(page, comment, (document, context) -> {
            this.guard.check(page, PageReader.together(document, objects.keySet()));
            boolean titled = !title.equals(document.getTitle());
            if (titled) {
                entitle(document, title);
            }
            return PageObjects.fill(document, objects, context) || titled;
        });
    }

    /**
     * Saves a page as it is, so that what is added to it when it is saved is renewed.
     *
     * @param page the page
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void touch(DocumentReference page) throws CrowdsourcingException
    {
        change(page, "", (document, context) -> true);
    }

    /**
     * Changes values of a page in such a way that nothing tells what they were, nor who made the page: its history
     * goes.
     *
     * @param page the page
     * @param schema the class
     * @param values the new values
     * @throws CrowdsourcingException if there is no such object or it cannot be saved
     */
    public void erase(DocumentReference page, Schema schema, Map<String, Object> values) throws CrowdsourcingException
    {
        List<String> versions = new ArrayList<>();
        change(page, "", (document, context) -> {
            versions.add(document.getVersion());
            PageObjects.set(PageObjects.known(document, schema), schema, values, context);
            setAuthors(document);
            return true;
        });
        XWikiContext context = this.contextProvider.get();
        try {
            context.getWiki().deleteDocumentVersions(context.getWiki().getDocument(page, context).clone(), "1.1",
                versions.get(0), context);
        } catch (XWikiException e) {
            throw new CrowdsourcingException(String.format(FAILED, page), e);
        }
    }

    /**
     * Changes a value of an object wherever it stands, and the macros in its texts that name it. Nothing is saved if it
     * stands nowhere.
     *
     * @param page the page
     * @param schema the class of the object
     * @param number the number of the object
     * @param properties where the value may stand
     * @param old the value
     * @param now what it becomes
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void replace(DocumentReference page, Schema schema, int number, Set<String> properties, String old,
        String now) throws CrowdsourcingException
    {
        change(page, "", (document, context) -> {
            BaseObject object = document.getXObject(schema.getClassReference(), number);
            return PageObjects.set(object, schema, PageObjects.replaced(object, schema, properties, old, now),
                context);
        });
    }

    /**
     * A change of a page.
     */
    @FunctionalInterface
    private interface Change
    {
        /**
         * @return {@code true} if anything differs
         */
        boolean of(XWikiDocument document, XWikiContext context) throws XWikiException, CrowdsourcingException;
    }

    private void change(DocumentReference page, String comment, Change change) throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        this.guard.enter(page);
        try {
            XWikiDocument document = context.getWiki().getDocument(page, context).clone();
            if (change.of(document, context)) {
                document.setMetaDataDirty(true);
                save(document, comment, context);
            }
        } catch (XWikiException e) {
            throw new CrowdsourcingException(String.format(FAILED, page), e);
        } finally {
            this.guard.leave(page);
        }
    }

    /**
     * Writes the text of a page itself, whatever objects it has. A page that is not there is created.
     *
     * @param page the page
     * @param title the title of a page that is not there
     * @param content the text, in XWiki's own syntax
     * @param comment what is said in the history of the page
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void write(DocumentReference page, String title, String content, String comment)
        throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        try {
            XWikiDocument document = context.getWiki().getDocument(page, context).clone();
            if (document.isNew()) {
                document.setTitle(title);
                document.setEnforceRequiredRights(true);
                setAuthors(document);
            }
            document.setSyntax(Syntax.XWIKI_2_1);
            document.setContent(content);
            save(document, comment, context);
        } catch (XWikiException e) {
            throw new CrowdsourcingException(String.format(FAILED, page), e);
        }
    }

    /**
     * @param page a page that is deleted
     * @throws CrowdsourcingException if it cannot be deleted
     */
    public void delete(DocumentReference page) throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        try {
            context.getWiki().deleteDocument(context.getWiki().getDocument(page, context), context);
        } catch (XWikiException e) {
            throw new CrowdsourcingException(String.format("Failed to delete the page [%s]", page), e);
        }
    }

    /**
     * Does something in a wiki, in its default language.
     *
     * @param wiki the wiki
     * @param user in whose name, {@code null} for the current user
     * @param task what is done
     */
    public void inWiki(WikiReference wiki, DocumentReference user, Runnable task)
    {
        XWikiContext context = this.contextProvider.get();
        String currentWiki = context.getWikiId();
        DocumentReference before = context.getUserReference();
        Locale locale = context.getLocale();
        context.setWikiId(wiki.getName());
        context.setLocale(context.getWiki().getDefaultLocale(context));
        if (user != null) {
            context.setUserReference(user);
        }
        try {
            task.run();
        } finally {
            context.setWikiId(currentWiki);
            context.setLocale(locale);
            context.setUserReference(before);
        }
    }

    private void save(XWikiDocument document, String comment, XWikiContext context) throws XWikiException
    {
        // Who uses a button does not become the author of what else is on the page.
        document.getAuthors().setOriginalMetadataAuthor(this.currentUser.resolve(CurrentUserReference.INSTANCE));
        ExecutionContext current = this.execution.getContext();
        Object before = current.getProperty(MANAGED);
        current.setProperty(MANAGED, true);
        try {
            context.getWiki().saveDocument(document, comment, context);
        } finally {
            if (before == null) {
                current.removeProperty(MANAGED);
            } else {
                current.setProperty(MANAGED, before);
            }
        }
    }
}
