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

import java.util.Arrays;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.bridge.event.ActionExecutingEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.objects.classes.PropertyClass;
import com.xpn.xwiki.web.EditForm;

/**
 * Leaves out the empty rows that a form offers for new entries and that nobody has filled in. A form sends all of its
 * rows, so that nobody has to say which of them are to be kept. What is left out is so before the wiki reads the form:
 * it is neither validated nor compared with what others have saved.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(SpareRows.NAME)
public class SpareRows extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcingSpareRows";

    /** The name of the field, beside those of the properties, by which a row says that it was empty. */
    static final String MARK = "cs_spare";

    @Inject
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    @Inject
    private Logger logger;

    /**
     * Listens to every action that reads a form.
     */
    public SpareRows()
    {
        super(NAME, new ActionExecutingEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        if (data instanceof XWikiContext context && context.getForm() instanceof EditForm form) {
            form.getObjectsToAdd().forEach((name, numbers) -> numbers
                .removeIf(number -> isLeft(name, form.getObject(name + '_' + number), context)));
        }
    }

    private boolean isLeft(String className, Map<String, String[]> fields, XWikiContext context)
    {
        if (!fields.containsKey(MARK)) {
            return false;
        }
        try {
            DocumentReference reference = this.resolver.resolve(className, EntityType.DOCUMENT);
            BaseClass type = context.getWiki().getXClass(reference, context);
            return fields.entrySet().stream().noneMatch(field -> type.get(field.getKey()) instanceof PropertyClass p
                && Arrays.stream(field.getValue()).anyMatch(value -> isFilled(p, value)));
        } catch (XWikiException e) {
            // Rather an entry that is empty than one that is lost.
            this.logger.error("Failed to read the class [{}] of the rows of a form", className, e);
            return false;
        }
    }

    private static boolean isFilled(PropertyClass property, String value)
    {
        return !value.isBlank() && !value.equals(property.getStringValue("defaultValue"));
    }
}
