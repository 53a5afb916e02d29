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
package org.xwiki.model.reference;

import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.model.EntityType;

/**
 * A reference to an entity.
 *
 * @version $Id$
 */
public class EntityReference implements Serializable, Cloneable, Comparable<EntityReference>
{
    private static final long serialVersionUID = 1L;

    private String name;

    private EntityReference parent;

    private EntityType type;

    private Map<String, Serializable> parameters;

    public EntityReference(EntityReference reference)
    {
        this(reference, (Map<String, Serializable>) null);
    }

    public EntityReference(EntityReference reference, EntityReference parent)
    {
        this(reference.getName(), reference.getType(), parent, reference.getParameters());
    }

    protected EntityReference(EntityReference reference, EntityReference oldParent, EntityReference newParent)
    {
        this(reference.getName(), reference.getType(), replaced(reference.getParent(), oldParent, newParent),
            reference.getParameters());
    }

    public EntityReference(String name, EntityType type)
    {
        this(name, type, null, null);
    }

    public EntityReference(String name, EntityType type, EntityReference parent)
    {
        this(name, type, parent, null);
    }

    public EntityReference(String name, EntityType type, EntityReference parent, Map<String, Serializable> parameters)
    {
        setName(name);
        setType(type);
        setParent(parent);
        setParameters(parameters);
    }

    public EntityReference(EntityReference reference, Map<String, Serializable> parameters)
    {
        this(reference.getName(), reference.getType(), reference.getParent(), reference.getParameters());
        setParameters(parameters);
    }

    private static EntityReference replaced(EntityReference parent, EntityReference oldParent,
        EntityReference newParent)
    {
        if (parent == null) {
            if (oldParent != null) {
                throw new IllegalArgumentException(
                    "The old reference [" + oldParent + "] does not belong to the parents chain of the reference");
            }
            return newParent;
        }
        return parent.equals(oldParent) ? newParent : parent.replaceParent(oldParent, newParent);
    }

    protected void setName(String name)
    {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("An Entity Reference name cannot be null or empty");
        }
        this.name = name;
    }

    public final String getName()
    {
        return this.name;
    }

    protected void setParent(EntityReference parent)
    {
        this.parent = parent;
    }

    public final EntityReference getParent()
    {
        return this.parent;
    }

    protected void setType(EntityType type)
    {
        if (type == null) {
            throw new IllegalArgumentException("An Entity Reference type cannot be null");
        }
        this.type = type;
    }

    public final EntityType getType()
    {
        return this.type;
    }

    protected void setParameters(Map<String, Serializable> parameters)
    {
        if (parameters != null) {
            parameters.forEach(this::setParameter);
        }
    }

    protected void setParameter(String name, Serializable value)
    {
        if (value != null) {
            if (this.parameters == null) {
                this.parameters = new TreeMap<>();
            }
            this.parameters.put(name, value);
        } else if (this.parameters != null) {
            this.parameters.remove(name);
            if (this.parameters.isEmpty()) {
                this.parameters = null;
            }
        }
    }

    @SuppressWarnings("unchecked")
    protected final <T> T getParameter(String name)
    {
        return this.parameters == null ? null : (T) this.parameters.get(name);
    }

    public final Map<String, Serializable> getParameters()
    {
        return this.parameters == null ? Collections.emptyMap() : this.parameters;
    }

    public EntityReference getRoot()
    {
        return this.parent == null ? this : this.parent.getRoot();
    }

    public List<EntityReference> getReversedReferenceChain()
    {
        LinkedList<EntityReference> chain = new LinkedList<>();
        for (EntityReference current = this; current != null; current = current.getParent()) {
            chain.addFirst(current);
        }
        return chain;
    }

    public int size()
    {
        return this.parent == null ? 1 : 1 + this.parent.size();
    }

    public EntityReference extractReference(EntityType type)
    {
        EntityReference current = this;
        while (current != null && current.getType() != type) {
            current = current.getParent();
        }
        return current;
    }

    public EntityReference replaceParent(EntityReference oldParent, EntityReference newParent)
    {
        return newParent == oldParent ? this : new EntityReference(this, oldParent, newParent);
    }

    public EntityReference replaceParent(EntityReference newParent)
    {
        return newParent == this.parent ? this : new EntityReference(this, newParent);
    }

    public EntityReference appendParent(EntityReference newParent)
    {
        return newParent == null ? this
            : new EntityReference(this, this.parent == null ? newParent : this.parent.appendParent(newParent));
    }

    public EntityReference removeParent(EntityReference oldParent)
    {
        return new EntityReference(this, oldParent, null);
    }

    public boolean hasParent(EntityReference expectedParent)
    {
        for (EntityReference current = this.parent; current != null; current = current.getParent()) {
            if (current.equals(expectedParent)) {
                return true;
            }
        }
        return expectedParent == null && this.parent == null;
    }

    @Override
    public String toString()
    {
        String typeName = this.type.getLowerCase();
        return Character.toUpperCase(typeName.charAt(0)) + typeName.substring(1) + ' ' + References.serialize(this);
    }

    @Override
    public boolean equals(Object obj)
    {
        return obj == this || obj instanceof EntityReference other && equalsNonRecursive(other)
            && Objects.equals(this.parent, other.parent);
    }

    public boolean equalsNonRecursive(EntityReference otherReference)
    {
        return otherReference != null && this.name.equals(otherReference.name) && this.type == otherReference.type
            && getParameters().equals(otherReference.getParameters());
    }

    @Override
    public int hashCode()
    {
        return Objects.hash(this.name, this.type, this.parent, this.parameters);
    }

    @Override
    @SuppressWarnings({ "unchecked", "rawtypes" })
    public int compareTo(EntityReference reference)
    {
        Iterator<EntityReference> others = reference.getReversedReferenceChain().iterator();
        for (EntityReference element : getReversedReferenceChain()) {
            if (!others.hasNext()) {
                return 1;
            }
            EntityReference other = others.next();
            int result = element.getName().compareTo(other.getName());
            if (result == 0) {
                result = element.getParameters().toString().compareTo(other.getParameters().toString());
            }
            if (result != 0) {
                return result;
            }
        }
        return others.hasNext() ? -1 : 0;
    }
}
