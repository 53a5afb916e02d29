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
package org.xwiki.contrib.crowdsourcing.embedded.model;

import java.lang.reflect.Type;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.component.descriptor.DefaultComponentDescriptor;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.component.manager.ComponentRepositoryException;
import org.xwiki.component.util.DefaultParameterizedType;
import org.xwiki.contrib.crowdsourcing.embedded.model.ReferenceCompleter.Missing;
import org.xwiki.contrib.crowdsourcing.embedded.user.Users;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.user.CurrentUserReference;
import org.xwiki.user.UserReferenceResolver;
import org.xwiki.user.UserReferenceSerializer;

import com.xpn.xwiki.XWikiContext;

/**
 * Registers what resolves and serializes references: one small function for each role and hint.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ModelComponents.class)
@Singleton
public class ModelComponents
{
    private static final String DEFAULT = "default";

    private static final String CURRENT = "current";

    private static final String DOCUMENT = "document";

    private static final String COMPACT = "compact";

    @Inject
    private ReferenceCompleter completer;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    @Named("context")
    private Provider<ComponentManager> componentManagerProvider;

    /**
     * Registers all.
     *
     * @throws ComponentRepositoryException when one cannot be registered
     */
    public void register() throws ComponentRepositoryException
    {
        resolvers(DEFAULT, Missing.DEFAULT);
        resolvers(CURRENT, Missing.CURRENT);
        resolvers("currentmixed", Missing.CURRENT_MIXED);
        // What is missing must be given as a parameter.
        resolvers("explicit", Missing.DEFAULT);
        EntityReferenceResolver<String> relative = (text, type, parameters) -> References.parse(text, type);
        register(EntityReferenceResolver.TYPE_STRING, "relative", relative);

        serializer(DEFAULT, (reference, parameters) -> References.serialize(reference));
        serializer("local", (reference, parameters) -> References.serialize(reference, true));
        serializer("compactwiki", (reference, parameters) -> compact(reference, false, parameters));
        serializer(COMPACT, (reference, parameters) -> compact(reference, true, parameters));

        UserReferenceResolver<String> fromText = (text, parameters) -> Users.of(text);
        register(UserReferenceResolver.TYPE_STRING, DEFAULT, fromText);
        UserReferenceResolver<DocumentReference> fromDocument = (reference, parameters) -> Users.of(reference);
        register(UserReferenceResolver.TYPE_DOCUMENT_REFERENCE, DOCUMENT, fromDocument);
        UserReferenceResolver<CurrentUserReference> fromCurrent =
            (unused, parameters) -> Users.of(Users.toDocument(CurrentUserReference.INSTANCE));
        register(new DefaultParameterizedType(null, UserReferenceResolver.class, CurrentUserReference.class), DEFAULT,
            fromCurrent);
        UserReferenceSerializer<String> toText =
            user -> References.serialize(Users.toDocument(Users.of(Users.toText(user))));
        register(UserReferenceSerializer.TYPE_STRING, DEFAULT, toText);
        UserReferenceSerializer<String> toCompactText = Users::toText;
        register(UserReferenceSerializer.TYPE_STRING, COMPACT, toCompactText);
        UserReferenceSerializer<DocumentReference> toDocument = Users::toDocument;
        register(UserReferenceSerializer.TYPE_DOCUMENT_REFERENCE, DOCUMENT, toDocument);
    }

    private void resolvers(String hint, Missing missing) throws ComponentRepositoryException
    {
        DocumentReferenceResolver<String> documentOfText = (text, parameters) -> (DocumentReference) this.completer
            .complete(References.parse(text, EntityType.DOCUMENT), EntityType.DOCUMENT, missing, parameters);
        register(DocumentReferenceResolver.TYPE_STRING, hint, documentOfText);
        DocumentReferenceResolver<EntityReference> document = (reference, parameters) -> (DocumentReference)
            this.completer.complete(reference, EntityType.DOCUMENT, missing, parameters);
        register(DocumentReferenceResolver.TYPE_REFERENCE, hint, document);
        EntityReferenceResolver<String> entityOfText = (text, type, parameters) -> this.completer
            .complete(References.parse(text, type), type, missing, parameters);
        register(EntityReferenceResolver.TYPE_STRING, hint, entityOfText);
        EntityReferenceResolver<EntityReference> entity = (reference, type, parameters) -> this.completer
            .complete(reference, type, missing, parameters);
        register(EntityReferenceResolver.TYPE_REFERENCE, hint, entity);
    }

    private void serializer(String hint, EntityReferenceSerializer<String> serializer)
        throws ComponentRepositoryException
    {
        register(EntityReferenceSerializer.TYPE_STRING, hint, serializer);
    }

    /** Leaves out the wiki, and maybe the space, that the current page or a given reference has too. */
    private String compact(EntityReference reference, boolean withoutSpace, Object... parameters)
    {
        EntityReference base = base(parameters);
        if (reference == null || base == null || !reference.getRoot().equals(base.getRoot())) {
            return References.serialize(reference);
        }
        EntityReference space = reference.getType() == EntityType.SPACE ? null
            : reference.extractReference(EntityType.SPACE);
        boolean same = withoutSpace && space != null && space.equals(base.extractReference(EntityType.SPACE));
        return References.serialize(same ? reference.removeParent(space) : reference, true);
    }

    private EntityReference base(Object... parameters)
    {
        if (parameters.length > 0 && parameters[0] instanceof EntityReference given) {
            return given;
        }
        XWikiContext context = this.contextProvider.get();
        if (context == null) {
            return null;
        }
        return context.getDoc() == null ? context.getWikiReference() : context.getDoc().getDocumentReference();
    }

    @SuppressWarnings("unchecked")
    private void register(Type role, String hint, Object instance) throws ComponentRepositoryException
    {
        DefaultComponentDescriptor<Object> descriptor = new DefaultComponentDescriptor<>();
        descriptor.setRoleType(role);
        descriptor.setRoleHint(hint);
        descriptor.setImplementation((Class<Object>) instance.getClass());
        this.componentManagerProvider.get().registerComponent(descriptor, instance);
    }
}
