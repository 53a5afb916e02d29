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
package org.xwiki.contrib.crowdsourcing.embedded.localization;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.localization.LocalizationContext;
import org.xwiki.localization.LocalizationManager;
import org.xwiki.localization.Translation;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.renderer.BlockRenderer;
import org.xwiki.rendering.renderer.printer.DefaultWikiPrinter;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.script.service.ScriptService;

/**
 * Messages for scripts: {@code $services.localization.render('key')}.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("localization")
@Singleton
public class LocalizationScriptService implements ScriptService
{
    @Inject
    private LocalizationManager localization;

    @Inject
    private LocalizationContext localizationContext;

    @Inject
    @Named("context")
    private Provider<ComponentManager> componentManager;

    /**
     * @param key the key of a message
     * @return the message, {@code null} when there is none
     */
    public Translation get(String key)
    {
        return this.localization.getTranslation(key, getCurrentLocale());
    }

    /**
     * @return the language of the current request
     */
    public Locale getCurrentLocale()
    {
        return this.localizationContext.getCurrentLocale();
    }

    /**
     * @return the language of the wiki
     */
    public Locale getDefaultLocale()
    {
        return this.localization.getDefaultLocale();
    }

    /**
     * @return the languages of the wiki
     */
    public Set<Locale> getAvailableLocales()
    {
        return Set.of(Locale.ENGLISH, Locale.forLanguageTag("es"));
    }

    /**
     * @param key the key of a message
     * @return the plain message, or the key when there is none
     */
    public String render(String key)
    {
        return render(List.of(key), null, null);
    }

    /**
     * @param keys keys of messages
     * @return the first plain message that exists, or the last key when there is none
     */
    public String render(Collection<String> keys)
    {
        return render(keys, null, null);
    }

    /**
     * @param key the key of a message
     * @param parameters what is put into the message
     * @return the plain message, or the key when there is none
     */
    public String render(String key, Collection<?> parameters)
    {
        return render(List.of(key), null, parameters);
    }

    /**
     * @param keys keys of messages
     * @param parameters what is put into the message
     * @return the first plain message that exists, or the last key when there is none
     */
    public String render(Collection<String> keys, Collection<?> parameters)
    {
        return render(keys, null, parameters);
    }

    /**
     * @param key the key of a message
     * @param syntax the syntax to render the message to
     * @return the message, or the key when there is none
     */
    public String render(String key, Syntax syntax)
    {
        return render(List.of(key), syntax, null);
    }

    /**
     * @param key the key of a message
     * @param syntax the syntax to render the message to
     * @param parameters what is put into the message
     * @return the message, or the key when there is none
     */
    public String render(String key, Syntax syntax, Collection<?> parameters)
    {
        return render(List.of(key), syntax, parameters);
    }

    /**
     * @param keys keys of messages
     * @param syntax the syntax to render the message to, {@code null} for plain text
     * @param parameters what is put into the message, may be {@code null}
     * @return the first message that exists, or the last key when there is none
     */
    public String render(Collection<String> keys, Syntax syntax, Collection<?> parameters)
    {
        Object[] values = parameters == null ? new Object[0] : parameters.toArray();
        String last = null;
        for (String key : keys) {
            last = key;
            Translation translation = get(key);
            if (translation != null) {
                return syntax == null || Syntax.PLAIN_1_0.equals(syntax)
                    ? this.localization.getTranslationPlain(key, getCurrentLocale(), values)
                    : render(translation.render(getCurrentLocale(), values), syntax);
            }
        }
        return last == null || syntax == null ? last
            : render(new Message(last, Locale.ROOT, last).render(), syntax);
    }

    private String render(Block block, Syntax syntax)
    {
        try {
            BlockRenderer renderer =
                this.componentManager.get().getInstance(BlockRenderer.class, syntax.toIdString());
            DefaultWikiPrinter printer = new DefaultWikiPrinter();
            renderer.render(block, printer);
            return printer.toString();
        } catch (ComponentLookupException e) {
            throw new IllegalArgumentException("There is no renderer for the syntax [" + syntax + ']', e);
        }
    }
}
