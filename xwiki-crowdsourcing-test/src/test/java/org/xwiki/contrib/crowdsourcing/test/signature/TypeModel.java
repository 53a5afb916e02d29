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
package org.xwiki.contrib.crowdsourcing.test.signature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.Opcodes;

/**
 * What matters of a type for what links against it, read from a class file or from a line of the platform's lists.
 *
 * @param name the internal name, with slashes
 * @param access the access flags
 * @param superName the internal name of the super class, null when there is none
 * @param interfaces the internal names of the interfaces
 * @param members the members by {@link Member#key(String, String)}
 * @version $Id$
 */
record TypeModel(String name, int access, String superName, List<String> interfaces, Map<String, Member> members)
{
    /**
     * A field, a method or a constructor.
     *
     * @param access the access flags
     * @param name the name, {@code <init>} for a constructor
     * @param descriptor the JVM descriptor
     * @param exceptions the internal names of the declared exceptions
     * @param constant the value of a constant as Java writes it, null when the member is none
     */
    record Member(int access, String name, String descriptor, Set<String> exceptions, String constant)
    {
        static String key(String name, String descriptor)
        {
            return name + ' ' + descriptor;
        }

        String key()
        {
            return key(this.name, this.descriptor);
        }

        boolean is(int flag)
        {
            return (this.access & flag) != 0;
        }

        boolean isVisible()
        {
            return is(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED);
        }
    }

    TypeModel(String name, int access, String superName, List<String> interfaces)
    {
        this(name, access, superName, interfaces, new LinkedHashMap<>());
    }

    void add(Member member)
    {
        this.members.put(member.key(), member);
    }

    boolean is(int flag)
    {
        return (this.access & flag) != 0;
    }

    boolean isVisible()
    {
        return is(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED);
    }

    List<String> supertypes()
    {
        return this.superName == null ? this.interfaces
            : java.util.stream.Stream.concat(java.util.stream.Stream.of(this.superName), this.interfaces.stream())
                .toList();
    }
}
