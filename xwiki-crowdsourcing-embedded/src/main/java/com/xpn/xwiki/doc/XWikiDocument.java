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
package com.xpn.xwiki.doc;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.apache.commons.lang3.LocaleUtils;
import org.xwiki.bridge.DocumentModelBridge;
import org.xwiki.contrib.crowdsourcing.embedded.model.Hash;
import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.contrib.crowdsourcing.embedded.skin.PropertyDisplayer;
import org.xwiki.contrib.crowdsourcing.embedded.store.DocumentStore;
import org.xwiki.contrib.crowdsourcing.embedded.store.Revision;
import org.xwiki.contrib.crowdsourcing.embedded.user.DefaultDocumentAuthors;
import org.xwiki.contrib.crowdsourcing.embedded.user.Users;
import org.xwiki.contrib.crowdsourcing.embedded.web.DocumentURLs;
import org.xwiki.model.EntityType;
import org.xwiki.model.document.DocumentAuthors;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.ObjectReference;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.rendering.parser.Parser;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.syntax.SyntaxType;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.BaseObjectReference;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.web.Utils;

/**
 * A page.
 *
 * @version $Id$
 */
public class XWikiDocument implements DocumentModelBridge, Cloneable
{
    public static final int HAS_OBJECTS = 2;

    public static final int HAS_CLASS = 4;

    public static final String CKEY_SDOC = "sdoc";

    public static final String CKEY_CDOC = "cdoc";

    public static final String CKEY_TDOC = "tdoc";

    private static final EntityReference WIKI = new EntityReference("xwiki", EntityType.WIKI);

    private static final String FIRST_VERSION = "1.1";

    private DocumentReference reference;

    private Locale locale = Locale.ROOT;

    private Locale defaultLocale = Locale.ROOT;

    private String title = "";

    private String content = "";

    private String version;

    private String parent = "";

    private String comment = "";

    private boolean minorEdit;

    private boolean hidden;

    private boolean enforceRequiredRights;

    private boolean restricted;

    private Syntax syntax = Syntax.XWIKI_2_1;

    private Date date = new Date();

    private Date creationDate = new Date();

    private Date contentUpdateDate = new Date();

    private DefaultDocumentAuthors authors = new DefaultDocumentAuthors(() -> setMetaDataDirty(true));

    private BaseClass xclass;

    private String xclassXML = "";

    private Map<DocumentReference, List<BaseObject>> xobjects = new TreeMap<>();

    private List<BaseObject> removed = new ArrayList<>();

    private DocumentReference templateReference;

    private XWikiDocument originalDocument;

    private int elements;

    private boolean isNew = true;

    private boolean contentDirty = true;

    private boolean metaDataDirty = true;

    private boolean changeTracked;

    /** For the database, which fills it. */
    @Deprecated
    public XWikiDocument()
    {
        this(new DocumentReference("xwiki", "Main", "WebHome"));
    }

    public XWikiDocument(DocumentReference reference)
    {
        this(reference, reference.getLocale());
    }

    public XWikiDocument(DocumentReference reference, Locale locale)
    {
        this.reference = reference.withoutLocale();
        this.locale = locale == null ? Locale.ROOT : locale;
    }

    public long getId()
    {
        return Hash.of(getDocumentReferenceWithLocale());
    }

    public void setId(long id)
    {
        // It follows from the reference.
    }

    @Override
    public DocumentReference getDocumentReference()
    {
        return this.reference;
    }

    public void setDocumentReference(DocumentReference reference)
    {
        if (!reference.withoutLocale().equals(this.reference)) {
            this.reference = reference.withoutLocale();
            setMetaDataDirty(true);
            this.xobjects.values().forEach(list -> list.stream().filter(Objects::nonNull)
                .forEach(object -> object.setDocumentReference(this.reference)));
        }
    }

    public DocumentReference getDocumentReferenceWithLocale()
    {
        return new DocumentReference(this.reference, this.locale);
    }

    @Override
    public String getFullName()
    {
        return References.serialize(this.reference, true);
    }

    public void setFullName(String fullName)
    {
        setDocumentReference(resolve(References.parse(fullName, EntityType.DOCUMENT)));
    }

    public String getName()
    {
        return this.reference.getName();
    }

    public void setName(String name)
    {
        setDocumentReference(new DocumentReference(name, this.reference.getLastSpaceReference()));
    }

    public String getSpace()
    {
        return References.serialize(this.reference.getParent(), true);
    }

    public void setSpace(String space)
    {
        setDocumentReference(new DocumentReference(this.reference,
            References.parse(space, EntityType.SPACE).appendParent(this.reference.getWikiReference())));
    }

    public String getWeb()
    {
        return getSpace();
    }

    public void setWeb(String space)
    {
        setSpace(space);
    }

    @Override
    public String getWikiName()
    {
        return this.reference.getWikiReference().getName();
    }

    private DocumentReference resolve(EntityReference relative)
    {
        if (relative == null || relative instanceof DocumentReference) {
            return (DocumentReference) relative;
        }
        EntityReference wiki = this.reference == null ? WIKI : this.reference.getWikiReference();
        EntityReference spaced = relative.extractReference(EntityType.SPACE) == null && this.reference != null
            ? relative.appendParent(this.reference.getParent()) : relative;
        return new DocumentReference(
            spaced.extractReference(EntityType.WIKI) == null ? spaced.appendParent(wiki) : spaced);
    }

    @Override
    public String getVersion()
    {
        return this.version == null ? FIRST_VERSION : this.version;
    }

    public void setVersion(String version)
    {
        this.version = version;
    }

    public void incrementVersion()
    {
        if (this.version == null) {
            this.version = FIRST_VERSION;
        } else {
            String[] parts = this.version.split("\\.");
            int major = Integer.parseInt(parts[0]);
            this.version = this.minorEdit ? major + "." + (Integer.parseInt(parts[1]) + 1) : (major + 1) + ".1";
        }
    }

    public XWikiDocument getOriginalDocument()
    {
        return this.originalDocument;
    }

    public void setOriginalDocument(XWikiDocument originalDocument)
    {
        this.originalDocument = originalDocument;
    }

    public DocumentReference getParentReference()
    {
        return this.parent.isEmpty() ? null : resolve(References.parse(this.parent, EntityType.DOCUMENT));
    }

    public void setParentReference(EntityReference parentReference)
    {
        EntityReference wiki = this.reference.getWikiReference();
        setParent(parentReference == null ? ""
            : References.serialize(parentReference, parentReference.getRoot().equals(wiki)));
    }

    public String getParent()
    {
        return this.parent;
    }

    public void setParent(String parent)
    {
        setMetaDataDirty(this.metaDataDirty || !Objects.equals(parent, this.parent));
        this.parent = Objects.requireNonNullElse(parent, "");
    }

    @Override
    public String getContent()
    {
        return this.content;
    }

    public void setContent(String content)
    {
        setContentDirty(this.contentDirty || !Objects.equals(content, this.content));
        this.content = Objects.requireNonNullElse(content, "");
    }

    @Override
    public String getTitle()
    {
        return this.title;
    }

    public void setTitle(String title)
    {
        setContentDirty(this.contentDirty || !Objects.equals(title, this.title));
        this.title = Objects.requireNonNullElse(title, "");
    }

    public DocumentAuthors getAuthors()
    {
        return this.authors;
    }

    public DocumentReference getAuthorReference()
    {
        return Users.toDocument(this.authors.getEffectiveMetadataAuthor());
    }

    public void setAuthorReference(DocumentReference authorReference)
    {
        this.authors.setEffectiveMetadataAuthor(Users.of(authorReference));
        this.authors.setOriginalMetadataAuthor(Users.of(authorReference));
    }

    public String getAuthor()
    {
        return Users.toText(this.authors.getEffectiveMetadataAuthor());
    }

    public void setAuthor(String author)
    {
        this.authors.setEffectiveMetadataAuthor(Users.of(author));
    }

    @Override
    public DocumentReference getContentAuthorReference()
    {
        return Users.toDocument(this.authors.getContentAuthor());
    }

    public void setContentAuthorReference(DocumentReference contentAuthorReference)
    {
        this.authors.setContentAuthor(Users.of(contentAuthorReference));
    }

    public String getContentAuthor()
    {
        return Users.toText(this.authors.getContentAuthor());
    }

    public void setContentAuthor(String contentAuthor)
    {
        this.authors.setContentAuthor(Users.of(contentAuthor));
    }

    public DocumentReference getCreatorReference()
    {
        return Users.toDocument(this.authors.getCreator());
    }

    public void setCreatorReference(DocumentReference creatorReference)
    {
        this.authors.setCreator(Users.of(creatorReference));
    }

    public String getCreator()
    {
        return Users.toText(this.authors.getCreator());
    }

    public void setCreator(String creator)
    {
        this.authors.setCreator(Users.of(creator));
    }

    private String getOriginalMetadataAuthorReference()
    {
        return Users.toText(this.authors.getOriginalMetadataAuthor());
    }

    private void setOriginalMetadataAuthorReference(String author)
    {
        this.authors.setOriginalMetadataAuthor(Users.of(author));
    }

    public Date getDate()
    {
        return this.date;
    }

    public void setDate(Date date)
    {
        this.date = date;
    }

    public Date getCreationDate()
    {
        return this.creationDate;
    }

    public void setCreationDate(Date date)
    {
        this.creationDate = date;
    }

    public Date getContentUpdateDate()
    {
        return this.contentUpdateDate;
    }

    public void setContentUpdateDate(Date date)
    {
        this.contentUpdateDate = date;
    }

    public boolean isContentDirty()
    {
        return this.contentDirty;
    }

    public void setContentDirty(boolean contentDirty)
    {
        this.contentDirty = contentDirty;
    }

    public boolean isMetaDataDirty()
    {
        return this.metaDataDirty;
    }

    public void setMetaDataDirty(boolean metaDataDirty)
    {
        this.metaDataDirty = metaDataDirty;
    }

    public void setChangeTracked(boolean changeTracked)
    {
        this.changeTracked = changeTracked;
    }

    public boolean isNew()
    {
        return this.isNew;
    }

    public void setNew(boolean isNew)
    {
        this.isNew = isNew;
    }

    public String getURL(String action, XWikiContext context)
    {
        return getURL(action, null, null, context);
    }

    public String getURL(String action, String queryString, XWikiContext context)
    {
        return getURL(action, queryString, null, context);
    }

    public String getURL(String action, String queryString, String anchor, XWikiContext context)
    {
        return Utils.<DocumentURLs>getComponent(DocumentURLs.class).getURL(this.reference, action, queryString, anchor);
    }

    public BaseClass getXClass()
    {
        if (this.xclass == null) {
            BaseClass read = new BaseClass();
            read.setDocumentReference(this.reference);
            try {
                if (!this.xclassXML.isEmpty()) {
                    read.fromXML(this.xclassXML);
                }
            } catch (XWikiException e) {
                throw new IllegalStateException(e);
            }
            read.setDirty(false);
            read.setOwnerDocument(this);
            this.xclass = read;
        }
        return this.xclass;
    }

    public void setXClass(BaseClass xclass)
    {
        xclass.setOwnerDocument(this);
        xclass.setDocumentReference(this.reference);
        this.xclass = xclass;
        setMetaDataDirty(true);
    }

    public String getxWikiClassXML()
    {
        return this.xclass == null || !this.xclass.isDirty() && !this.xclassXML.isEmpty() ? this.xclassXML
            : org.xwiki.contrib.crowdsourcing.embedded.xar.ClassXml.write(this.xclass);
    }

    public void setxWikiClassXML(String xml)
    {
        this.xclassXML = Objects.requireNonNullElse(xml, "");
        this.xclass = null;
    }

    public Map<DocumentReference, List<BaseObject>> getXObjects()
    {
        return this.xobjects;
    }

    public void setXObjects(Map<DocumentReference, List<BaseObject>> objects)
    {
        this.xobjects = objects;
        setMetaDataDirty(true);
    }

    public List<BaseObject> getXObjects(DocumentReference classReference)
    {
        return this.xobjects.getOrDefault(classReference, new ArrayList<>());
    }

    public List<BaseObject> getXObjects(EntityReference classReference)
    {
        return getXObjects(resolve(classReference));
    }

    public int getXObjectSize(EntityReference classReference)
    {
        return (int) getXObjects(classReference).stream().filter(Objects::nonNull).count();
    }

    public int getXObjectSize(DocumentReference classReference)
    {
        return getXObjectSize((EntityReference) classReference);
    }

    public BaseObject getXObject(DocumentReference classReference)
    {
        return getXObjects(classReference).stream().filter(Objects::nonNull).findFirst().orElse(null);
    }

    public BaseObject getXObject(EntityReference classReference)
    {
        return classReference instanceof ObjectReference object ? getXObject(object)
            : getXObject(resolve(classReference));
    }

    public BaseObject getXObject(ObjectReference objectReference)
    {
        BaseObjectReference exact = new BaseObjectReference(objectReference);
        return exact.getObjectNumber() == null ? getXObject(exact.getXClassReference())
            : getXObject(exact.getXClassReference(), exact.getObjectNumber());
    }

    public BaseObject getXObject(DocumentReference classReference, int nb)
    {
        List<BaseObject> objects = getXObjects(classReference);
        return nb >= 0 && nb < objects.size() ? objects.get(nb) : null;
    }

    public BaseObject getXObject(EntityReference classReference, int nb)
    {
        return getXObject(resolve(classReference), nb);
    }

    public BaseObject newXObject(EntityReference classReference, XWikiContext context) throws XWikiException
    {
        return getXObject(classReference, createXObject(classReference, context));
    }

    public int createXObject(EntityReference classReference, XWikiContext context) throws XWikiException
    {
        BaseObject object = new BaseObject();
        object.setXClassReference(resolve(classReference));
        addXObject(object);
        return object.getNumber();
    }

    public void addXObject(BaseObject object)
    {
        setXObject(getXObjects(object.getXClassReference()).size(), object);
    }

    public void setXObject(int nb, BaseObject object)
    {
        List<BaseObject> objects =
            this.xobjects.computeIfAbsent(resolve(object.getXClassReference()), key -> new ArrayList<>());
        while (objects.size() <= nb) {
            objects.add(null);
        }
        object.setDocumentReference(this.reference);
        object.setNumber(nb);
        object.setOwnerDocument(this);
        objects.set(nb, object);
        setMetaDataDirty(true);
    }

    /** The slot stays, empty, so that the numbers of the other objects do not change. */
    public boolean removeXObject(BaseObject object)
    {
        List<BaseObject> objects = getXObjects(object.getXClassReference());
        if (getXObject(object.getXClassReference(), object.getNumber()) == null) {
            return false;
        }
        objects.set(object.getNumber(), null);
        this.removed.add(object);
        setMetaDataDirty(true);
        return true;
    }

    public boolean removeXObjects(EntityReference classReference)
    {
        boolean any = false;
        for (BaseObject object : new ArrayList<>(getXObjects(classReference))) {
            any |= object != null && removeXObject(object);
        }
        return any;
    }

    public List<BaseObject> getXObjectsToRemove()
    {
        return this.removed;
    }

    public void setXObjectsToRemove(List<BaseObject> objects)
    {
        this.removed = objects;
    }

    public void mergeXObjects(XWikiDocument templateDocument)
    {
        templateDocument.getXObjects().forEach((type, objects) -> {
            for (BaseObject object : objects) {
                if (object != null && getXObject(type, object.getNumber()) == null) {
                    setXObject(object.getNumber(), object.duplicate(this.reference));
                }
            }
        });
    }

    public void readFromTemplate(DocumentReference templateDocumentReference, XWikiContext context)
        throws XWikiException
    {
        if (templateDocumentReference == null) {
            return;
        }
        XWikiDocument template = context.getWiki().getDocument(templateDocumentReference, context);
        if (!this.content.isBlank() && !isNew() || template.isNew()) {
            throw new XWikiException(XWikiException.MODULE_XWIKI_STORE, XWikiException.ERROR_XWIKI_UNKNOWN,
                String.format("Cannot apply the template [%s] to [%s]", templateDocumentReference, this.reference));
        }
        this.templateReference = templateDocumentReference;
        setTitle(template.getTitle());
        setContent(template.getContent());
        setSyntax(template.getSyntax());
        if (this.parent.isEmpty()) {
            setParent(template.getParent());
        }
        if (isNew()) {
            setXObjects(new TreeMap<>());
        }
        mergeXObjects(template);
    }

    public String getStringValue(EntityReference classReference, String fieldName)
    {
        BaseObject object = getXObject(classReference);
        return object == null ? "" : object.getStringValue(fieldName);
    }

    public String display(String fieldName, String type, BaseObject object, XWikiContext context)
    {
        return Utils.<PropertyDisplayer>getComponent(PropertyDisplayer.class).display(fieldName, type, object,
            getSyntaxId(), context);
    }

    public boolean validate(XWikiContext context) throws XWikiException
    {
        return validate(null, context);
    }

    public boolean validate(String[] classNames, XWikiContext context) throws XWikiException
    {
        boolean valid = true;
        for (List<BaseObject> objects : this.xobjects.values()) {
            for (BaseObject object : objects) {
                if (object != null && (classNames == null || List.of(classNames).contains(object.getClassName()))) {
                    valid &= object.getXClass(context).validateObject(object, context);
                }
            }
        }
        return valid;
    }

    public Locale getLocale()
    {
        return this.locale;
    }

    public String getLanguage()
    {
        return this.locale.toString();
    }

    public void setLanguage(String language)
    {
        this.locale = LocaleUtils.toLocale(Objects.requireNonNullElse(language, ""));
    }

    public Locale getDefaultLocale()
    {
        return this.defaultLocale;
    }

    public void setDefaultLocale(Locale defaultLocale)
    {
        setMetaDataDirty(this.metaDataDirty || !Objects.equals(defaultLocale, this.defaultLocale));
        this.defaultLocale = defaultLocale == null ? Locale.ROOT : defaultLocale;
    }

    public String getDefaultLanguage()
    {
        return this.defaultLocale.toString();
    }

    public void setDefaultLanguage(String language)
    {
        this.defaultLocale = LocaleUtils.toLocale(Objects.requireNonNullElse(language, ""));
    }

    public Locale getRealLocale()
    {
        return this.locale.equals(Locale.ROOT) ? this.defaultLocale : this.locale;
    }

    public int getTranslation()
    {
        return this.locale.equals(Locale.ROOT) ? 0 : 1;
    }

    public void setTranslation(int translation)
    {
        // It follows from the locale.
    }

    public XWikiDocument getTranslatedDocument(XWikiContext context) throws XWikiException
    {
        return getTranslatedDocument(context.getLocale(), context);
    }

    /** The translation in the language, else in the language without its country, else the page itself. */
    public XWikiDocument getTranslatedDocument(Locale locale, XWikiContext context) throws XWikiException
    {
        List<Locale> wanted = locale == null ? List.of() : LocaleUtils.localeLookupList(locale);
        for (Locale candidate : wanted) {
            if (candidate.equals(Locale.ROOT) || candidate.equals(this.locale) || candidate.equals(getRealLocale())) {
                return this;
            }
            XWikiDocument translation =
                context.getWiki().getDocument(new DocumentReference(this.reference, candidate), context);
            if (!translation.isNew()) {
                return translation;
            }
        }
        return this;
    }

    public List<Locale> getTranslationLocales(XWikiContext context) throws XWikiException
    {
        return Utils.<DocumentStore>getComponent(DocumentStore.class).getTranslations(this.reference);
    }

    /** The numbers of the latest versions, the current one first; of all of them if the number is 0. */
    public String[] getRecentRevisions(int nb, XWikiContext context) throws XWikiException
    {
        return Utils.<DocumentStore>getComponent(DocumentStore.class).getRevisions(getDocumentReferenceWithLocale())
            .stream().limit(nb == 0 ? Long.MAX_VALUE : nb).map(Revision::getVersion).toArray(String[]::new);
    }

    @Override
    public Syntax getSyntax()
    {
        return this.syntax;
    }

    public void setSyntax(Syntax syntax)
    {
        setMetaDataDirty(this.metaDataDirty || !Objects.equals(syntax, this.syntax));
        this.syntax = syntax;
    }

    @Override
    public String getSyntaxId()
    {
        return this.syntax.toIdString();
    }

    public void setSyntaxId(String syntaxId)
    {
        int slash = syntaxId.indexOf('/');
        String type = syntaxId.substring(0, slash);
        setSyntax(new Syntax(SyntaxType.getSyntaxTypes().getOrDefault(type, new SyntaxType(type, type)),
            syntaxId.substring(slash + 1)));
    }

    @Override
    public XDOM getXDOM()
    {
        try {
            Parser parser = Utils.getComponent(Parser.class, getSyntaxId());
            return parser.parse(new StringReader(this.content));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    public Boolean isHidden()
    {
        return this.hidden;
    }

    public void setHidden(Boolean hidden)
    {
        setMetaDataDirty(this.metaDataDirty || this.hidden != Boolean.TRUE.equals(hidden));
        this.hidden = Boolean.TRUE.equals(hidden);
    }

    public boolean isRestricted()
    {
        return this.restricted;
    }

    public void setRestricted(boolean restricted)
    {
        this.restricted = restricted;
    }

    public boolean isEnforceRequiredRights()
    {
        return this.enforceRequiredRights;
    }

    public void setEnforceRequiredRights(boolean enforceRequiredRights)
    {
        setMetaDataDirty(this.metaDataDirty || this.enforceRequiredRights != enforceRequiredRights);
        this.enforceRequiredRights = enforceRequiredRights;
    }

    public String getComment()
    {
        return this.comment;
    }

    public void setComment(String comment)
    {
        this.comment = Objects.requireNonNullElse(comment, "");
    }

    public void setMinorEdit(boolean isMinor)
    {
        this.minorEdit = isMinor;
    }

    protected Boolean getMinorEdit1()
    {
        return this.minorEdit;
    }

    protected void setMinorEdit1(Boolean isMinor)
    {
        this.minorEdit = Boolean.TRUE.equals(isMinor);
    }

    public int getElements()
    {
        boolean objects = this.xobjects.values().stream().flatMap(List::stream).anyMatch(Objects::nonNull);
        boolean type = this.xclass == null ? !this.xclassXML.isEmpty() : !this.xclass.getFieldList().isEmpty();
        return this.elements | (objects ? HAS_OBJECTS : 0) | (type ? HAS_CLASS : 0);
    }

    public void setElements(int elements)
    {
        this.elements = elements;
    }

    public boolean hasElement(int element)
    {
        return (getElements() & element) == element;
    }

    @Override
    public XWikiDocument clone()
    {
        try {
            XWikiDocument copy = (XWikiDocument) super.clone();
            copy.authors = new DefaultDocumentAuthors(this.authors, () -> copy.setMetaDataDirty(true));
            copy.removed = new ArrayList<>(this.removed);
            copy.xclass = this.xclass == null ? null : this.xclass.clone();
            copy.xobjects = new TreeMap<>();
            this.xobjects.forEach((type, objects) -> {
                List<BaseObject> list = new ArrayList<>();
                objects.forEach(object -> list.add(object == null ? null : object.clone()));
                copy.xobjects.put(type, list);
            });
            copy.own();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void own()
    {
        if (this.xclass != null) {
            this.xclass.setOwnerDocument(this);
        }
        this.xobjects.values().forEach(
            list -> list.stream().filter(Objects::nonNull).forEach(object -> object.setOwnerDocument(this)));
    }

    @Override
    public boolean equals(Object other)
    {
        return other == this || other instanceof XWikiDocument document && this.reference.equals(document.reference)
            && this.locale.equals(document.locale) && getVersion().equals(document.getVersion())
            && this.title.equals(document.title) && this.content.equals(document.content)
            && this.xobjects.equals(document.xobjects);
    }

    @Override
    public int hashCode()
    {
        return Long.hashCode(getId());
    }

    @Override
    public String toString()
    {
        return References.serialize(this.reference);
    }
}
