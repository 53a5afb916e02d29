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

import java.util.Optional;

import javax.inject.Provider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import com.xpn.xwiki.XWiki;
import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Tests what {@link PageReader} knows of pages that were moved.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class MovedPageTest
{
    private static final DocumentReference PAGE = TestRows.page("Old.WebHome");

    @InjectMockComponents
    private PageReader reader;

    @MockComponent
    private Provider<XWikiContext> contextProvider;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    private final XWikiDocument document = mock(XWikiDocument.class);

    @BeforeEach
    void configure() throws Exception
    {
        XWikiContext context = mock(XWikiContext.class);
        XWiki wiki = mock(XWiki.class);
        when(this.contextProvider.get()).thenReturn(context);
        when(context.getWiki()).thenReturn(wiki);
        when(wiki.getDocument(PAGE, context)).thenReturn(this.document);
        when(this.resolver.resolve(any(), eq(PAGE.getWikiReference())))
            .thenAnswer(call -> TestRows.page(call.getArgument(0)));
    }

    @Test
    void theWikiRedirectsFromWhereAPageWas() throws Exception
    {
        assertEquals(Optional.empty(), this.reader.movedTo(PAGE));
        BaseObject redirect = mock(BaseObject.class);
        when(this.document.getXObject(new LocalDocumentReference("XWiki", "RedirectClass"))).thenReturn(redirect);
        when(redirect.getStringValue("location")).thenReturn(" ");
        assertEquals(Optional.empty(), this.reader.movedTo(PAGE));
        when(redirect.getStringValue("location")).thenReturn("New.WebHome");
        assertEquals(Optional.of(TestRows.page("New.WebHome")), this.reader.movedTo(PAGE));
    }
}
