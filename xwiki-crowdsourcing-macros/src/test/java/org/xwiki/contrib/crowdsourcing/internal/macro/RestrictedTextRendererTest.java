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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.annotation.ComponentDescriptorFactory;
import org.xwiki.component.descriptor.ComponentDescriptor;
import org.xwiki.component.descriptor.DefaultComponentDescriptor;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.component.util.ReflectionUtils;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.FormatBlock;
import org.xwiki.rendering.block.MacroMarkerBlock;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.block.WordBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.listener.Format;
import org.xwiki.rendering.internal.transformation.DefaultRenderingContext;
import org.xwiki.rendering.internal.util.DefaultErrorBlockGenerator;
import org.xwiki.rendering.macro.AbstractNoParameterMacro;
import org.xwiki.rendering.macro.Macro;
import org.xwiki.rendering.macro.MacroExecutionException;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.MacroTransformationContext;
import org.xwiki.rendering.transformation.RenderingContext;
import org.xwiki.rendering.transformation.TransformationManager;
import org.xwiki.rendering.util.ErrorBlockGenerator;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

/**
 * Tests {@link RestrictedTextRenderer} with the wiki's real parser, macros and renderer.
 */
@ComponentTest
@AllComponents
class RestrictedTextRendererTest
{
    @InjectComponentManager
    private MockitoComponentManager componentManager;

    private RestrictedTextRenderer renderer;

    /**
     * A macro that refuses to run where it may not, as the script macros do.
     */
    @Component
    public static class ScriptLikeMacro extends AbstractNoParameterMacro
    {
        /**
         * Default constructor.
         */
        public ScriptLikeMacro()
        {
            super("Script");
        }

        @Override
        public boolean supportsInlineMode()
        {
            return true;
        }

        @Override
        public List<Block> execute(Object parameters, String content, MacroTransformationContext context)
            throws MacroExecutionException
        {
            if (context.getTransformationContext().isRestricted()) {
                throw new MacroExecutionException("Not here");
            }
            return List.of(new RawBlock("<b>it ran</b>", Syntax.HTML_5_0));
        }
    }

    /**
     * A macro that fails as XWiki Platform shows it: its error stands in a box macro.
     */
    @Component
    public static class BoxedErrorMacro extends AbstractNoParameterMacro
    {
        /**
         * Default constructor.
         */
        public BoxedErrorMacro()
        {
            super("Boxed error");
        }

        @Override
        public boolean supportsInlineMode()
        {
            return true;
        }

        @Override
        public List<Block> execute(Object parameters, String content, MacroTransformationContext context)
        {
            Map<String, String> style = Map.of("class", "xwikirenderingerror");
            Block message = new FormatBlock(List.of(new WordBlock("trace")), Format.NONE, style);
            return List.of(new MacroMarkerBlock("box", Map.of("cssClass", "xwikirenderingerror"), "trace",
                List.of(message), context.isInline()));
        }
    }

    @BeforeEach
    void setUp() throws Exception
    {
        this.componentManager.registerComponent(ComponentManager.class, "context", this.componentManager);
        // The platform's own source looks for a file of the wiki.
        this.componentManager.registerMemoryConfigurationSource();
        register("scriptlike", ScriptLikeMacro.class);
        register("boxederror", BoxedErrorMacro.class);
        // Those of XWiki Platform ask the skin, and a skin is more than this test has.
        replace(RenderingContext.class, DefaultRenderingContext.class);
        replace(ErrorBlockGenerator.class, DefaultErrorBlockGenerator.class);
        this.renderer = this.componentManager.getInstance(RestrictedTextRenderer.class);
    }

    private <R, T extends R> void replace(Class<R> role, Class<T> implementation) throws Exception
    {
        for (ComponentDescriptor<T> descriptor : new ComponentDescriptorFactory()
            .createComponentDescriptors(implementation, implementation)) {
            this.componentManager.registerComponent(descriptor);
            this.componentManager.registerComponent(role,
                this.componentManager.getInstance(implementation, descriptor.getRoleHint()));
        }
    }

    private void register(String id, Class<? extends Macro<?>> macro) throws Exception
    {
        DefaultComponentDescriptor<Macro<?>> descriptor = new DefaultComponentDescriptor<>();
        descriptor.setRoleType(Macro.class);
        descriptor.setRoleHint(id);
        descriptor.setImplementation(macro);
        this.componentManager.registerComponent(descriptor);
    }

    @Test
    void theBoxInWhichAnErrorStandsIsNotShown()
    {
        String html = this.renderer.render("See {{boxederror}}$x{{/boxederror}}.").replace("&#123;", "{");
        assertFalse(html.contains("trace"), html);
        assertTrue(html.contains("{{boxederror}}$x{{/boxederror}}"), html);
    }

    @Test
    void wikiTextIsRendered()
    {
        assertEquals("<p>An <strong>idea</strong></p><ul><li>one</li><li>two</li></ul>",
            this.renderer.render("An **idea**\n\n* one\n* two"));
    }

    @Test
    void whatDependsOnTheWikiIsRenderedEachTime() throws Exception
    {
        TransformationManager transformations = mock(TransformationManager.class);
        ReflectionUtils.setFieldValue(this.renderer, "transformationManager", transformations);
        for (String living : List.of("{{later/}}", "[[Later]]", "image:later.png", "attach:later.pdf")) {
            this.renderer.render("See " + living);
            this.renderer.render("See " + living);
        }
        verify(transformations, times(8)).performTransformations(any(XDOM.class), any());
        assertEquals("<p>An <em>idea</em></p>", this.renderer.render("An //idea//"));
        assertEquals("<p>An <em>idea</em></p>", this.renderer.render("An //idea//"));
        verify(transformations, times(9)).performTransformations(any(XDOM.class), any());
    }

    @Test
    void aMacroThatMayNotRunIsShownAsItWasTyped()
    {
        String html = this.renderer.render("See {{scriptlike}}$x <b>{{/scriptlike}} and {{nosuchmacro a=\"1\"/}}.")
            .replace("&#123;", "{");
        assertFalse(html.contains("it ran"), html);
        assertFalse(html.contains("xwikirenderingerror"), html);
        assertTrue(html.contains("{{scriptlike}}$x &lt;b&gt;{{/scriptlike}}"), html);
        assertTrue(html.contains("{{nosuchmacro a=\"1\"/}}"), html);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{{html}}<script>alert(1)</script>{{/html}}",
        "{{html clean=\"false\"}}\n<script>alert(1)</script>\n{{/html}}",
        "{{html}}\n<img src=x onerror=\"alert(1)\">\n{{/html}}",
        "<script>alert(1)</script>",
        "}}} {{/html}} <script>alert(1)</script>",
        "(% onclick=\"alert(1)\" %)text",
        "(% style=\"background:url(javascript:alert(1))\" %)text",
        "[[label>>javascript:alert(1)]]",
        "[[label||onclick=\"alert(1)\"]]",
        "{{{<script>alert(1)</script>}}}"
    })
    void nothingThatRunsComesThrough(String typed)
    {
        String html = this.renderer.render(typed);
        assertFalse(html.toLowerCase().matches("(?s).*(<script|<[^>]*\\son\\w+\\s*=|\\shref=\"javascript:).*"), html);
    }
}
