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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema.Storage;
import org.xwiki.model.EntityType;
import org.xwiki.model.document.DocumentAuthors;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.rendering.syntax.Syntax;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * The one way to read a single page, from the cache of the wiki. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PageReader.class)
@Singleton
public class PageReader
{
    /** The name of the page of a space. */
    public static final String HOME = "WebHome";

    private static final String USERS = "XWiki";

    private static final LocalDocumentReference GROUP = new LocalDocumentReference(USERS, "XWikiGroups");

    private static final LocalDocumentReference USER = new LocalDocumentReference(USERS, "XWikiUsers");

    private static final LocalDocumentReference REDIRECT = new LocalDocumentReference(USERS, "RedirectClass");

    private static final String FIRST = "1.1";

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private DocumentReferenceResolver<String> resolver;

    /**
     * @return the current wiki
     */
    public WikiReference wiki()
    {
        return this.contextProvider.get().getWikiReference();
    }

    /**
     * Makes another wiki the current one, where nobody asks for a page: in what is done from time to time.
     *
     * @param wiki a wiki
     */
    public void enter(WikiReference wiki)
    {
        this.contextProvider.get().setWikiId(wiki.getName());
    }

    /**
     * @param page a page
     * @param schema a class
     * @return the first object of that class, empty if the page has none
     * @throws CrowdsourcingException if it fails
     */
    public Optional<Row> find(DocumentReference page, Schema schema) throws CrowdsourcingException
    {
        return all(page, schema).stream().findFirst();
    }

    /**
     * @param page a page
     * @param schema a class
     * @return the objects of that class
     * @throws CrowdsourcingException if it fails
     */
    public List<Row> all(DocumentReference page, Schema schema) throws CrowdsourcingException
    {
        return rows(load(page), schema, this.resolver);
    }

    /**
     * @param page a page
     * @param schema a class
     * @return the first object of that class of the page itself or its nearest ancestor that has one
     * @throws CrowdsourcingException if it fails
     */
    public Optional<Row> nearest(DocumentReference page, Schema schema) throws CrowdsourcingException
    {
        Optional<Row> result = find(page, schema);
        EntityReference space = page.getLastSpaceReference();
        while (result.isEmpty() && space != null && space.getType() == EntityType.SPACE) {
            result = find(home(new SpaceReference(space)), schema);
            space = space.getParent();
        }
        return result;
    }

    /**
     * @param page a page
     * @return {@code true} if it exists
     * @throws CrowdsourcingException if it fails
     */
    public boolean exists(DocumentReference page) throws CrowdsourcingException
    {
        return !load(page).isNew();
    }

    /**
     * @param page a page
     * @return where the wiki redirects from it because it was moved, empty if it does not
     * @throws CrowdsourcingException if it fails
     */
    public Optional<DocumentReference> movedTo(DocumentReference page) throws CrowdsourcingException
    {
        BaseObject redirect = load(page).getXObject(REDIRECT);
        return Optional.ofNullable(redirect).map(found -> found.getStringValue("location"))
            .filter(location -> !location.isBlank())
            .map(location -> this.resolver.resolve(location, page.getWikiReference()));
    }

    /**
     * @param page a page
     * @return {@code true} if it is a group of users
     * @throws CrowdsourcingException if it fails
     */
    public boolean isGroup(DocumentReference page) throws CrowdsourcingException
    {
        return load(page).getXObject(GROUP) != null;
    }

    /**
     * @param page a page
     * @return {@code true} if it is a user
     * @throws CrowdsourcingException if it fails
     */
    public boolean isUser(DocumentReference page) throws CrowdsourcingException
    {
        return load(page).getXObject(USER) != null;
    }

    /**
     * @param page a page
     * @return its title, its name if it has none
     * @throws CrowdsourcingException if it fails
     */
    public String title(DocumentReference page) throws CrowdsourcingException
    {
        return new Row(page, load(page).getTitle(), 0, Map.of(), this.resolver).title();
    }

    /**
     * @param page a page
     * @return its current version in the history of the wiki
     * @throws CrowdsourcingException if it fails
     */
    public String version(DocumentReference page) throws CrowdsourcingException
    {
        return load(page).getVersion();
    }

    /**
     * @param page a page
     * @param schema what it holds
     * @param limit how many versions to look at
     * @return what its versions before the current one held, the latest first
     * @throws CrowdsourcingException if they cannot be loaded
     */
    public List<Row> history(DocumentReference page, Schema schema, int limit) throws CrowdsourcingException
    {
        List<Row> result = new ArrayList<>();
        versions(page, schema, limit).forEach(rows -> rows.stream().findFirst().ifPresent(result::add));
        return result;
    }

    /**
     * @param page a page
     * @param schema what it holds several of
     * @param limit how many versions to look at
     * @return what its versions before the current one held, the latest first
     * @throws CrowdsourcingException if they cannot be loaded
     */
    public List<List<Row>> versions(DocumentReference page, Schema schema, int limit) throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        XWikiDocument document = load(page);
        List<List<Row>> result = new ArrayList<>();
        try {
            // The first is the current one. What follows 1.1 is 1.2 or 2.1: it cannot be counted.
            for (String version : List.of(document.getRecentRevisions(limit + 1, context)).stream().skip(1).toList()) {
                XWikiDocument earlier = context.getWiki().getDocument(document, version, context);
                if (earlier != null && !earlier.isNew()) {
                    result.add(rows(earlier, schema, this.resolver));
                }
            }
        } catch (XWikiException e) {
            throw new CrowdsourcingException(String.format("Failed to load the history of the page [%s]", page), e);
        }
        return result;
    }

    /**
     * @param page a page
     * @param schema a class
     * @param version a version of the page
     * @return the objects of that class that it had, {@code null} if there is no such version
     * @throws CrowdsourcingException if it cannot be loaded
     */
    public List<Row> at(DocumentReference page, Schema schema, String version) throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        try {
            XWikiDocument earlier = context.getWiki().getDocument(load(page), version, context);
            return earlier == null || earlier.isNew() ? null : rows(earlier, schema, this.resolver);
        } catch (XWikiException e) {
            throw new CrowdsourcingException(String.format("Failed to load a version of the page [%s]", page), e);
        }
    }

    /**
     * @param page a page
     * @return the text of the page itself
     * @throws CrowdsourcingException if it fails
     */
    public PageContent content(DocumentReference page) throws CrowdsourcingException
    {
        XWikiDocument document = load(page);
        DocumentAuthors authors = document.getAuthors();
        return new PageContent(document.getContent(), Syntax.XWIKI_2_1.equals(document.getSyntax()),
            Objects.equals(authors.getContentAuthor(), authors.getEffectiveMetadataAuthor()),
            FIRST.equals(document.getVersion()));
    }

    /**
     * @param user a user
     * @return the name of the user
     */
    public String userName(DocumentReference user)
    {
        XWikiContext context = this.contextProvider.get();
        return context.getWiki().getPlainUserName(user, context);
    }

    /**
     * @param space a space
     * @return its page
     */
    public static DocumentReference home(SpaceReference space)
    {
        return new DocumentReference(HOME, space);
    }

    private XWikiDocument load(DocumentReference page) throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        try {
            return context.getWiki().getDocument(page, context);
        } catch (XWikiException e) {
            throw new CrowdsourcingException(String.format("Failed to load the page [%s]", page), e);
        }
    }

    /**
     * @param document a page
     * @param schema a class
     * @param resolver reads references
     * @return the objects of that class
     */
    static List<Row> rows(XWikiDocument document, Schema schema, DocumentReferenceResolver<String> resolver)
    {
        List<Row> result = new ArrayList<>();
        List<BaseObject> objects = document.getXObjects(schema.getClassReference());
        if (objects != null) {
            objects.stream().filter(Objects::nonNull).forEach(object -> result.add(new Row(
                document.getDocumentReference(), document.getTitle(), object.getNumber(), values(object, schema),
                resolver)));
        }
        return result;
    }

    /**
     * @param page a page
     * @param schemas classes
     * @return a stamp of all of its objects of those classes
     * @throws CrowdsourcingException if it fails
     */
    public String stamp(DocumentReference page, Set<Schema> schemas) throws CrowdsourcingException
    {
        return together(load(page), schemas).stamp();
    }

    /**
     * @param document a page
     * @param schemas classes
     * @return what all of its objects of those classes hold, as one
     */
    static Row together(XWikiDocument document, Set<Schema> schemas)
    {
        Map<String, Object> held = new HashMap<>();
        schemas.forEach(schema -> held.put(schema.getName(), rows(document, schema, null).stream()
            .map(Row::stamp).toList()));
        return new Row(document.getDocumentReference(), document.getTitle(), 0, held, null);
    }

    private static Map<String, Object> values(BaseObject object, Schema schema)
    {
        Map<String, Object> result = new HashMap<>();
        schema.getProperties().forEach((property, storage) -> result.put(property, value(object, property, storage)));
        return result;
    }

    private static Object value(BaseObject object, String property, Storage storage)
    {
        return switch (storage) {
            // A number that was never set, or emptied, differs from 0.
            case NUMBER -> object.getLargeStringValue(property).isEmpty() ? null
                : Integer.valueOf(object.getIntValue(property));
            case LIST -> new ArrayList<Object>(object.getListValue(property));
            default -> object.getLargeStringValue(property);
        };
    }
}
