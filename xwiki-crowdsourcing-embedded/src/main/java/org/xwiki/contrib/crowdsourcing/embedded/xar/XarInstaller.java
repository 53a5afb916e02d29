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
package org.xwiki.contrib.crowdsourcing.embedded.xar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.slf4j.Logger;
import org.w3c.dom.Element;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.contrib.crowdsourcing.embedded.store.Sessions;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.classes.BaseClass;

/**
 * Installs archives of pages. A page that was changed in the wiki stays as long as the archive has it as before, and
 * one whose type says that people make it their own stays for good. What the archive has no more is deleted.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = XarInstaller.class)
@Singleton
public class XarInstaller
{
    private static final String PACKAGE = "package.xml";

    private static final String MARK = "@";

    private static final String LISTED = "listed";

    private static final Set<String> KEPT = Set.of("customizable", "demo", "configuration");

    @Inject
    private Sessions sessions;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private Logger logger;

    /**
     * Installs what differs from what was installed last, with the current user as author.
     *
     * @param xar the archive
     * @return how many pages were written
     * @throws XWikiException when the archive cannot be read or one of its pages cannot be kept
     */
    public int install(Path xar) throws XWikiException
    {
        try {
            Map<String, String> installed = new HashMap<>();
            this.sessions.read(session -> session.createQuery("from InstalledPage", InstalledPage.class).list())
                .forEach(page -> installed.put(page.getName(), page.getHash()));
            String archive = "xar:" + xar.getFileName().toString().replaceFirst("-[0-9].*$", "");
            String hash = hash(Files.readAllBytes(xar));
            if (hash.equals(installed.get(archive))) {
                return 0;
            }
            Map<String, String> types = new HashMap<>();
            int written = install(archive, read(xar, types), types, installed);
            remember(archive, hash);
            this.logger.debug("Installed [{}]: {} pages written", xar.getFileName(), written);
            return written;
        } catch (IOException e) {
            throw new XarException(String.format("The archive [%s] cannot be read", xar), e);
        }
    }

    private int install(String archive, Map<String, byte[]> pages, Map<String, String> types,
        Map<String, String> installed) throws XWikiException
    {
        XWikiContext context = this.contextProvider.get();
        Map<PageXml, String> changed = new LinkedHashMap<>();
        Set<String> listed = new HashSet<>();
        for (byte[] content : pages.values()) {
            PageXml page = new PageXml(new ByteArrayInputStream(content));
            String hash = hash(content);
            listed.add(key(page, context));
            if (!installed.getOrDefault(key(page, context), "").startsWith(hash)) {
                changed.put(page, hash);
            }
        }
        // The classes first, as objects are read with them.
        List<PageXml> order = new ArrayList<>(changed.keySet());
        order.sort((first, second) -> Boolean.compare(second.hasClass(), first.hasClass()));
        for (PageXml page : order) {
            DocumentReference reference = page.getReference(context.getWikiReference());
            XWikiDocument document = context.getWiki().getDocument(reference, context).clone();
            String before = StringUtils.substringAfter(installed.getOrDefault(key(page, context), ""), MARK);
            boolean edited = !before.isEmpty() && !before.equals(document.getVersion());
            if (!edited || !KEPT.contains(types.getOrDefault(document.getFullName(), ""))) {
                write(page, document, context);
                before = document.getVersion();
            }
            remember(key(page, context), changed.get(page) + MARK + before);
        }
        list(archive + ' ', listed, installed, context);
        return order.size();
    }

    private void list(String prefix, Set<String> listed, Map<String, String> installed, XWikiContext context)
        throws XWikiException
    {
        for (Map.Entry<String, String> entry : installed.entrySet()) {
            String key = StringUtils.substringAfter(entry.getKey(), prefix);
            if (LISTED.equals(entry.getValue()) && !key.isEmpty() && !listed.contains(key)) {
                DocumentReference reference = new DocumentReference(References.parse(key, EntityType.DOCUMENT));
                context.getWiki().deleteAllDocuments(context.getWiki().getDocument(reference, context), context);
                remember(key, "");
                remember(entry.getKey(), "");
            }
        }
        this.sessions.write(session -> {
            listed.forEach(key -> session.merge(new InstalledPage(prefix + key, LISTED)));
            return null;
        });
    }

    private void write(PageXml page, XWikiDocument document, XWikiContext context) throws XWikiException
    {
        page.read(document, reference -> classOf(reference, context));
        if (document.isNew()) {
            document.setCreatorReference(context.getUserReference());
        }
        document.setAuthorReference(context.getUserReference());
        document.setContentDirty(true);
        context.getWiki().saveDocument(document, "Installed", context);
    }

    private static String key(PageXml page, XWikiContext context)
    {
        return page.getReference(context.getWikiReference()).toString();
    }

    private static BaseClass classOf(DocumentReference reference, XWikiContext context)
    {
        try {
            return context.getWiki().getXClass(reference, context);
        } catch (XWikiException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param name a name
     * @param hash what is remembered of it
     */
    void remember(String name, String hash)
    {
        this.sessions.write(session -> session.merge(new InstalledPage(name, hash)));
    }

    private static Map<String, byte[]> read(Path xar, Map<String, String> types) throws IOException, XarException
    {
        Map<String, byte[]> pages = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(xar.toFile())) {
            ZipEntry description = zip.getEntry(PACKAGE);
            if (description == null) {
                throw new XarException(String.format("[%s] is no XAR: it has no %s", xar, PACKAGE), null);
            }
            Element files = Xml.child(Xml.parse(zip.getInputStream(description)), "files");
            List<String> listed = new ArrayList<>();
            if (files != null) {
                for (Element file : Xml.children(files, "file")) {
                    listed.add(file.getTextContent().trim());
                    types.put(file.getTextContent().trim(), file.getAttribute("type"));
                }
            }
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().endsWith(".xml") && !entry.getName().equals(PACKAGE)) {
                    pages.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
            if (listed.size() != pages.size()) {
                throw new XarException(String.format("[%s] lists %d pages but has %d", xar, listed.size(),
                    pages.size()), null);
            }
        }
        return pages;
    }

    static String hash(byte[] content)
    {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
