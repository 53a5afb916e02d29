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
package org.xwiki.contrib.crowdsourcing.internal.roadmap;

import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationSection;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.rendering.parser.Parser;

/**
 * Finds the contributions that the texts of a recommendation quote with the macro {@code contribution}.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = QuoteFinder.class)
@Singleton
public class QuoteFinder
{
    private static final String MACRO = "contribution";

    private static final int DEPTH = 3;

    @Inject
    @Named("xwiki/2.1")
    private Parser parser;

    @Inject
    private DocumentReferenceResolver<String> resolver;

    /**
     * @param recommendation a stored recommendation
     * @return the pages of the contributions that its texts quote
     */
    public Set<DocumentReference> find(Row recommendation)
    {
        Set<DocumentReference> result = new LinkedHashSet<>();
        for (RecommendationSection section : RecommendationSection.values()) {
            collect(recommendation.text(section.getProperty()), recommendation.page(), result, DEPTH);
        }
        return result;
    }

    private void collect(String text, DocumentReference page, Set<DocumentReference> result, int depth)
    {
        // Most texts quote nothing and need not be parsed.
        if (depth > 0 && text != null && text.contains("{{" + MACRO)) {
            try {
                Block document = this.parser.parse(new StringReader(text));
                for (MacroBlock macro : document.<MacroBlock>getBlocks(new ClassBlockMatcher(MacroBlock.class),
                    Block.Axes.DESCENDANT)) {
                    if (MACRO.equals(macro.getId())) {
                        add(macro.getParameter("reference"), page, result);
                    } else {
                        collect(macro.getContent(), page, result, depth - 1);
                    }
                }
            } catch (ParseException e) {
                // What cannot be parsed is shown as an error and quotes nothing.
                result.addAll(Set.of());
            }
        }
    }

    private void add(String reference, DocumentReference page, Set<DocumentReference> result)
    {
        // A name that is none of a contribution's need not be resolved.
        String name = reference == null ? "" : reference.strip();
        if (ContributionKeys.isName(name.substring(name.lastIndexOf('.') + 1))) {
            result.add(this.resolver.resolve(name, page));
        }
    }
}
