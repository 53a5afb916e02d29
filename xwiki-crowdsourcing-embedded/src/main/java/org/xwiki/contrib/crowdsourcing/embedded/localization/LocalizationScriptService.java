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
import java.util.Objects;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.localization.LocalizationContext;

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
    private ContextualLocalizationManager localization;

    @Inject
    private LocalizationContext localizationContext;

    /**
     * @param key the key of a message
     * @return the plain message, or the key when there is none
     */
    public String render(String key)
    {
        return render(key, List.of());
    }

    /**
     * @param key the key of a message
     * @param parameters what is put into the message
     * @return the plain message, or the key when there is none
     */
    public String render(String key, Collection<?> parameters)
    {
        return Objects.toString(this.localization.getTranslationPlain(key, parameters.toArray()), key);
    }
}
