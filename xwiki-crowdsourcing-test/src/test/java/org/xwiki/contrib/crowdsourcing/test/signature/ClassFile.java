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

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Reads a {@link TypeModel} from a class file.
 *
 * @version $Id$
 */
final class ClassFile extends ClassVisitor
{
    private TypeModel model;

    private ClassFile()
    {
        super(Opcodes.ASM9);
    }

    static TypeModel read(byte[] bytes)
    {
        ClassFile visitor = new ClassFile();
        new ClassReader(bytes).accept(visitor,
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return visitor.model;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces)
    {
        this.model = new TypeModel(name, access, superName, List.of(interfaces));
    }

    @Override
    public void visitInnerClass(String name, String outerName, String innerName, int access)
    {
        if (name.equals(this.model.name())) {
            // The flags as written in the source: those of the class itself know neither private nor protected.
            int written = outerName == null || innerName == null ? Opcodes.ACC_PRIVATE : access;
            this.model = new TypeModel(name, written, this.model.superName(), this.model.interfaces(),
                this.model.members());
        }
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value)
    {
        this.model.add(new TypeModel.Member(access, name, descriptor, Set.of(), constant(descriptor, value)));
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
        String[] exceptions)
    {
        Set<String> thrown = exceptions == null ? Set.of() : Set.copyOf(Arrays.asList(exceptions));
        this.model.add(new TypeModel.Member(access, name, descriptor, thrown, null));
        return null;
    }

    private static String constant(String descriptor, Object value)
    {
        if (value == null) {
            return null;
        }
        return switch (descriptor) {
            case "Z" -> String.valueOf(!Integer.valueOf(0).equals(value));
            case "C" -> "'" + escape(String.valueOf((char) (int) (Integer) value), '\'') + "'";
            case "J" -> value + "l";
            case "F" -> value + "f";
            case "D" -> value + "d";
            case "Ljava/lang/String;" -> '"' + escape((String) value, '"') + '"';
            default -> value.toString();
        };
    }

    private static String escape(String value, char quote)
    {
        StringBuilder result = new StringBuilder();
        value.chars().forEach(c -> {
            switch (c) {
                case '\\' -> result.append("\\\\");
                case '\n' -> result.append("\\n");
                case '\r' -> result.append("\\r");
                case '\t' -> result.append("\\t");
                default -> {
                    if (c == quote) {
                        result.append('\\');
                    }
                    result.append((char) c);
                }
            }
        });
        return result.toString();
    }
}
