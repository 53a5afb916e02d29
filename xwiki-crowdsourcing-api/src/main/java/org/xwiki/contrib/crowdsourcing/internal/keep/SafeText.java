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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.BulletedListBlock;
import org.xwiki.rendering.block.DefinitionDescriptionBlock;
import org.xwiki.rendering.block.DefinitionListBlock;
import org.xwiki.rendering.block.DefinitionTermBlock;
import org.xwiki.rendering.block.EmptyLinesBlock;
import org.xwiki.rendering.block.FormatBlock;
import org.xwiki.rendering.block.HeaderBlock;
import org.xwiki.rendering.block.HorizontalLineBlock;
import org.xwiki.rendering.block.ImageBlock;
import org.xwiki.rendering.block.LinkBlock;
import org.xwiki.rendering.block.ListItemBlock;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.NewLineBlock;
import org.xwiki.rendering.block.NumberedListBlock;
import org.xwiki.rendering.block.ParagraphBlock;
import org.xwiki.rendering.block.QuotationBlock;
import org.xwiki.rendering.block.QuotationLineBlock;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.block.SpaceBlock;
import org.xwiki.rendering.block.SpecialSymbolBlock;
import org.xwiki.rendering.block.TableBlock;
import org.xwiki.rendering.block.TableCellBlock;
import org.xwiki.rendering.block.TableHeadCellBlock;
import org.xwiki.rendering.block.TableRowBlock;
import org.xwiki.rendering.block.VerbatimBlock;
import org.xwiki.rendering.block.WordBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.listener.Format;
import org.xwiki.rendering.listener.reference.DocumentResourceReference;
import org.xwiki.rendering.listener.reference.ResourceReference;
import org.xwiki.rendering.listener.reference.ResourceType;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.rendering.parser.Parser;
import org.xwiki.rendering.renderer.BlockRenderer;
import org.xwiki.rendering.renderer.printer.DefaultWikiPrinter;

/**
 * Makes wiki text that does nothing: of what people typed, the plain formatting stays; macros, parameters, images and
 * links to anything but pages and web addresses become words. What is printed is read once more before it is used.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SafeText.class)
@Singleton
public class SafeText
{
    /** What stays as it is, without its parameters. */
    private static final Set<Class<?>> KEPT = Set.of(ParagraphBlock.class, FormatBlock.class, WordBlock.class,
        SpaceBlock.class, NewLineBlock.class, SpecialSymbolBlock.class, EmptyLinesBlock.class, VerbatimBlock.class,
        HorizontalLineBlock.class, BulletedListBlock.class, NumberedListBlock.class, ListItemBlock.class,
        DefinitionListBlock.class, DefinitionTermBlock.class, DefinitionDescriptionBlock.class, QuotationBlock.class,
        QuotationLineBlock.class, TableBlock.class, TableRowBlock.class, TableCellBlock.class,
        TableHeadCellBlock.class);

    private static final Set<ResourceType> LINKED =
        Set.of(ResourceType.DOCUMENT, ResourceType.SPACE, ResourceType.PAGE, ResourceType.ATTACHMENT);

    @Inject
    @Named("xwiki/2.1")
    private Parser parser;

    @Inject
    @Named("plain/1.0")
    private Parser plainParser;

    @Inject
    @Named("xwiki/2.1")
    private BlockRenderer renderer;

    @Inject
    @Named("plain/1.0")
    private BlockRenderer plainRenderer;

    @Inject
    private Provider<ContextualLocalizationManager> localization;

    /**
     * @param text wiki text that somebody typed
     * @return it, doing nothing
     */
    public List<Block> typed(String text)
    {
        try {
            return inert(parse(text));
        } catch (ParseException e) {
            // What is no wiki text can still be read.
            return paragraph(text);
        }
    }

    /**
     * @param text plain text
     * @return it as one paragraph, its lines kept
     */
    public List<Block> paragraph(String text)
    {
        List<Block> words = words(text);
        return words.isEmpty() ? words : List.of(new ParagraphBlock(words));
    }

    /**
     * @param text plain text
     * @return it inside a line
     */
    public List<Block> words(String text)
    {
        String clean = text.replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
        try {
            List<Block> result = new ArrayList<>();
            for (Block paragraph : this.plainParser.parse(new StringReader(clean)).getChildren()) {
                if (!result.isEmpty()) {
                    result.add(new NewLineBlock());
                }
                result.addAll(paragraph.getChildren());
            }
            return result;
        } catch (ParseException e) {
            throw new IllegalStateException("Every text is plain text", e);
        }
    }

    private List<Block> inert(Block block)
    {
        List<Block> result;
        if (block instanceof MacroBlock macro) {
            result = source(macro);
        } else if (block instanceof LinkBlock link) {
            result = link(link);
        } else if (block instanceof ImageBlock image) {
            result = words(image.getReference().getReference());
        } else if (block instanceof HeaderBlock) {
            result = List.of(new ParagraphBlock(List.of(new FormatBlock(children(block), Format.BOLD))));
        } else if (KEPT.contains(block.getClass())) {
            Block copy = block.clone(child -> List.of());
            copy.setParameters(Map.of());
            copy.setChildren(children(block));
            result = List.of(copy);
        } else {
            result = children(block);
        }
        return result;
    }

    private List<Block> children(Block block)
    {
        List<Block> result = new ArrayList<>();
        block.getChildren().forEach(child -> result.addAll(inert(child)));
        return result;
    }

    private List<Block> source(MacroBlock macro)
    {
        if ("contribution".equals(macro.getId())) {
            List<Block> quoted = quotation(macro);
            if (!quoted.isEmpty()) {
                return macro.isInline() ? quoted : List.of(new ParagraphBlock(quoted));
            }
        }
        StringBuilder source = new StringBuilder("{{").append(macro.getId());
        macro.getParameters().forEach((name, value) -> source.append(' ').append(name).append("=\"").append(value)
            .append('"'));
        String content = macro.getContent();
        source.append(content == null ? "/}}" : "}}%s{{/%s}}".formatted(content, macro.getId()));
        return macro.isInline() ? words(source.toString()) : paragraph(source.toString());
    }

    /** Where the contribution was said, that a macro of ours quotes. */
    private List<Block> quotation(MacroBlock macro)
    {
        String reference = Objects.toString(macro.getParameter("reference"), "").strip();
        int dot = reference.lastIndexOf('.');
        if (dot <= 0 || !ContributionKeys.isName(reference.substring(dot + 1))) {
            return List.of();
        }
        DocumentResourceReference target =
            new DocumentResourceReference(reference.substring(0, dot + 1) + PageReader.HOME);
        target.setAnchor(reference.substring(dot + 1));
        String label = this.localization.get().getTranslationPlain("crowdsourcing.contribution.inThread");
        return List.of(new LinkBlock(words(Objects.toString(label, reference)), target, false));
    }

    private List<Block> link(LinkBlock link)
    {
        List<Block> label = children(link);
        ResourceReference target = link.getReference();
        boolean web = target.getType().equals(ResourceType.URL) && !Inputs.safeLink(target.getReference()).isEmpty();
        if (!web && !LINKED.contains(target.getType())) {
            return label.isEmpty() ? words(target.getReference()) : label;
        }
        ResourceReference safe = new ResourceReference(target.getReference(), target.getType());
        // What is a page is written as a page: nothing is left to be guessed.
        safe.setTyped(!web || target.isTyped());
        String anchor = target.getParameter(DocumentResourceReference.ANCHOR);
        if (anchor != null) {
            safe.setParameter(DocumentResourceReference.ANCHOR, anchor);
        }
        return List.of(new LinkBlock(label, safe, false));
    }

    /**
     * @param blocks what is written
     * @return it as wiki text; as plain text if it would do more than be read
     */
    public String print(List<Block> blocks)
    {
        String text = print(this.renderer, blocks);
        if (!isInert(text)) {
            text = print(this.renderer, paragraph(print(this.plainRenderer, blocks)));
        }
        return isInert(text) ? text : "";
    }

    private String print(BlockRenderer target, List<Block> blocks)
    {
        DefaultWikiPrinter printer = new DefaultWikiPrinter();
        target.render(blocks, printer);
        return printer.toString();
    }

    private boolean isInert(String text)
    {
        try {
            XDOM document = parse(text);
            return macros(document).isEmpty() && all(document, RawBlock.class).isEmpty()
                && all(document, ImageBlock.class).isEmpty()
                && all(document, LinkBlock.class).stream().allMatch(this::isSafe);
        } catch (ParseException e) {
            return false;
        }
    }

    private boolean isSafe(LinkBlock link)
    {
        ResourceReference target = link.getReference();
        return LINKED.contains(target.getType()) || !Inputs.safeLink(target.getReference()).isEmpty();
    }

    /**
     * @param before the text of a page
     * @param added what is added to its end: one macro, and text that does nothing
     * @return {@code true} if what is added is not taken for a part of what is there, as behind a macro without an end
     */
    public boolean isApart(String before, String added)
    {
        try {
            List<MacroBlock> expected = new ArrayList<>(macros(parse(before)));
            expected.addAll(macros(parse(added)));
            return expected.equals(macros(parse(before + added)));
        } catch (ParseException e) {
            return false;
        }
    }

    private List<MacroBlock> macros(XDOM document)
    {
        return all(document, MacroBlock.class);
    }

    private <T extends Block> List<T> all(XDOM document, Class<T> type)
    {
        return document.getBlocks(new ClassBlockMatcher(type), Block.Axes.DESCENDANT);
    }

    private XDOM parse(String text) throws ParseException
    {
        return this.parser.parse(new StringReader(text));
    }
}
