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
package org.xwiki.contrib.crowdsourcing.internal.keep;

import java.io.StringReader;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.ImageBlock;
import org.xwiki.rendering.block.LinkBlock;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.listener.reference.ResourceType;
import org.xwiki.rendering.parser.Parser;
import org.xwiki.rendering.renderer.reference.link.LinkLabelGenerator;
import org.xwiki.rendering.wiki.WikiModel;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.when;

/**
 * Tests {@link SafeText} with the parser and the renderer of XWiki.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@AllComponents
class SafeTextTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    private SafeText safe;

    @BeforeEach
    void configure() throws Exception
    {
        // With it, a link without a type is one to a page, as in a wiki.
        this.components.registerMockComponent(WikiModel.class);
        this.components.registerMockComponent(LinkLabelGenerator.class);
        ContextualLocalizationManager localization =
            this.components.registerMockComponent(ContextualLocalizationManager.class);
        when(localization.getTranslationPlain("crowdsourcing.contribution.inThread")).thenReturn("In its discussion");
        this.safe = this.components.getInstance(SafeText.class);
    }

    private String typed(String text)
    {
        return this.safe.print(this.safe.typed(text));
    }

    private XDOM parse(String text) throws Exception
    {
        return ((ComponentManager) this.components).<Parser>getInstance(Parser.class, "xwiki/2.1")
            .parse(new StringReader(text));
    }

    private <T extends Block> List<T> all(XDOM document, Class<T> type)
    {
        return document.getBlocks(new ClassBlockMatcher(type), Block.Axes.DESCENDANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{velocity}}$xcontext{{/velocity}}", "a {{velocity}}$xcontext{{/velocity}} b",
        "{{velocity}}\nunclosed", "}}}{{velocity}}x{{/velocity}}", "{{{ {{velocity}}x{{/velocity}} }}}",
        "{{{ }}}{{groovy}}x{{/groovy}}", "~{{velocity}}x{{/velocity}}", "~~{{velocity}}x{{/velocity}}",
        "{{html clean=\"false\"}}<script>alert(1)</script>{{/html}}", "{{/velocity}}{{velocity}}",
        "(% onclick=\"alert(1)\" style=\"position:fixed\" %)\nstyled", "(% id=\"x\" %)(((\n{{html}}x{{/html}}\n)))",
        "((({{velocity}}x{{/velocity}})))", "|={{velocity}}x{{/velocity}}\n|{{html}}y{{/html}}",
        "* {{velocity}}x{{/velocity}}\n** ((({{html}}y{{/html}})))", "[[x>>url:javascript:alert(1)]]",
        "[[javascript:alert(1)]]", "[[x>>data:text/html,<script>alert(1)</script>]]", "[[x>>path:/xwiki/bin/delete/A/B]]",
        "[[{{velocity}}x{{/velocity}}>>https://example.org/]]", "[[x>>https://example.org/||onclick=\"alert(1)\"]]",
        "[[x>>A.B||queryString=\"confirm=1\"]]", "image:https://example.org/track.png",
        "[[image:https://example.org/track.png]]", "= {{velocity}}x{{/velocity}} =", "{{code}}{{/code}}{{velocity}}",
        "{{velocity}}{{{}}}{{/velocity}}", "{{contribution reference=\"A.B\"/}}",
        "{{contribution reference=\"{{velocity}}x{{/velocity}}.c0000000000000000000000000000\"/}}",
        "{{comment}}crowdsourcing:0123456789abcdef{{/comment}}", "\u0000{{velocity}}x{{/velocity}}", "{\u0001{velocity}}",
        "{{velocity}}\r\n{{/velocity}}", "> {{velocity}}x{{/velocity}}\n>> y", "; a\n: {{html}}x{{/html}}", "~", "{{", "(%",
        "[[", ">>", "]]{{velocity}}", "http://example.org/{{velocity}}x{{/velocity}}"})
    void nothingBreaksOut(String text) throws Exception
    {
        // Also inside the sentences that we write, and twice.
        for (String written : List.of(typed(text), this.safe.print(this.safe.paragraph(text)),
            this.safe.print(this.safe.typed(typed(text)))))
        {
            XDOM document = parse("Before.\n\n" + written + "\n\nBehind.");
            assertEquals(List.of(), all(document, MacroBlock.class), written);
            assertEquals(List.of(), all(document, RawBlock.class), written);
            assertEquals(List.of(), all(document, ImageBlock.class), written);
            for (LinkBlock link : all(document, LinkBlock.class)) {
                ResourceType type = link.getReference().getType();
                assertTrue(type.equals(ResourceType.DOCUMENT)
                    || type.equals(ResourceType.URL) && link.getReference().getReference().startsWith("http"), written);
                assertTrue(link.getParameters().isEmpty() && !written.contains("queryString"), written);
            }
            document.getBlocks(block -> true, Block.Axes.DESCENDANT)
                .forEach(block -> assertFalse(block.getParameters().containsKey("onclick")
                    || block.getParameters().containsKey("style"), written));
        }
    }

    @Test
    void plainFormattingStays()
    {
        assertEquals("**bold** and //italic//\nsecond line\n\n* one\n** two\n\n|=a|=b\n|c|d",
            typed("**bold** and //italic//\nsecond line\n\n* one\n** two\n\n|=a|=b\n|c|d"));
        assertEquals("[[page>>doc:A.B]] and [[web>>https://example.org/?a=1&b=2]]",
            typed("[[page>>A.B]] and [[web>>https://example.org/?a=1&b=2]]"));
        assertEquals("**A heading**\n\nbelow", typed("= A heading =\n\nbelow"));
        assertEquals("styled", typed("(% class=\"big\" %)\nstyled"));
        assertEquals("\u0645\u0631\u062D\u0628\u0627 \uD83D\uDE00", typed("\u0645\u0631\u062D\u0628\u0627 \uD83D\uDE00"));
    }

    @Test
    void macroIsShownAsItWasTyped() throws Exception
    {
        String text = "{{velocity}}$doc.title{{/velocity}}";
        assertEquals(text, this.safe.print(this.safe.typed(text)).replace("~", ""));
    }

    @Test
    void quotationBecomesALink()
    {
        String key = "c0j4znfm48nqwr70j4znfm48nqwr7";
        assertEquals("[[In its discussion>>doc:I.C.Dialogue.WebHome||anchor=\"" + key + "\"]]",
            typed("{{contribution reference=\"I.C.Dialogue." + key + "\"/}}"));
    }

    @Test
    void ownTextThatDoesNotEndTakesNothing()
    {
        String added = "\n\n{{comment}}x{{/comment}}\n\nOurs.";
        assertTrue(this.safe.isApart("Own **words** {{velocity}}$x{{/velocity}}", added));
        assertFalse(this.safe.isApart("Own {{velocity}} $x", added));
        assertFalse(this.safe.isApart("Own {{{ verbatim", added));
    }
}
