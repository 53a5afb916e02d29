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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Says where a stand-in type differs from XWiki Platform 17.10 and where a shipped class would not link on it.
 *
 * @version $Id$
 */
final class SignatureGuard
{
    private static final String OURS = "org/xwiki/contrib/crowdsourcing/";

    private static final String EMBEDDED = OURS + "embedded/";

    private static final String OBJECT = "java/lang/Object";

    private final PlatformTypes platform;

    SignatureGuard(PlatformTypes platform)
    {
        this.platform = platform;
    }

    /**
     * @param bytes a stand-in's class file
     * @return where it declares what the real type does not
     */
    Collection<String> checkStandIn(byte[] bytes)
    {
        TypeModel type = ClassFile.read(bytes);
        Set<String> problems = new TreeSet<>();
        if (!type.isVisible()) {
            return problems;
        }
        if (!this.platform.isListed(type.name())) {
            problems.add(type.name() + ": no such type in the lists of XWiki Platform 17.10");
            return problems;
        }
        TypeModel real = this.platform.find(type.name()).orElseThrow();
        compareKind(type, real, problems);
        Set<String> hierarchy = this.platform.hierarchy(type.name());
        type.supertypes().stream().filter(name -> !OBJECT.equals(name) && !hierarchy.contains(name))
            .forEach(name -> problems.add(type.name() + ": the real type is no " + name));
        type.members().values().stream().filter(TypeModel.Member::isVisible)
            .filter(member -> !member.is(Opcodes.ACC_SYNTHETIC))
            .forEach(member -> compareMember(type, member, problems));
        return problems;
    }

    private static void compareKind(TypeModel type, TypeModel real, Set<String> problems)
    {
        for (int flag : new int[] {Opcodes.ACC_INTERFACE, Opcodes.ACC_ABSTRACT, Opcodes.ACC_FINAL,
            Opcodes.ACC_PUBLIC}) {
            if (type.is(flag) != real.is(flag)) {
                problems.add(type.name() + ": interface, abstract, final or public differs from the real type");
            }
        }
    }

    private void compareMember(TypeModel type, TypeModel.Member member, Set<String> problems)
    {
        String place = type.name() + '#' + member.key();
        TypeModel.Member declared = this.platform.find(type.name()).orElseThrow().members().get(member.key());
        boolean constructor = "<init>".equals(member.name());
        Optional<TypeModel.Member> real = constructor || declared != null ? Optional.ofNullable(declared)
            : this.platform.resolve(type.name(), member.key());
        if (real.isEmpty()) {
            problems.add(place + ": the real type has no such member");
            return;
        }
        for (int flag : new int[] {Opcodes.ACC_STATIC, Opcodes.ACC_PUBLIC}) {
            if (member.is(flag) != real.get().is(flag)) {
                problems.add(place + ": static or public differs from the real member");
            }
        }
        if (declared != null) {
            compareDeclared(place, member, declared, problems);
        }
    }

    private static void compareDeclared(String place, TypeModel.Member member, TypeModel.Member declared,
        Set<String> problems)
    {
        if (member.is(Opcodes.ACC_ABSTRACT) != declared.is(Opcodes.ACC_ABSTRACT)) {
            problems.add(place + ": abstract differs from the real member");
        }
        if (!member.exceptions().equals(declared.exceptions())) {
            problems.add(place + ": throws " + member.exceptions() + ", the real member " + declared.exceptions());
        }
        if (!java.util.Objects.equals(member.constant(), declared.constant())) {
            problems.add(place + ": is " + member.constant() + ", the real constant " + declared.constant());
        }
    }

    /**
     * @param bytes a shipped class file
     * @return what it refers to that a real wiki does not have, or that is nobody else's business
     */
    Collection<String> checkShipped(byte[] bytes)
    {
        TypeModel type = ClassFile.read(bytes);
        Set<String> problems = new TreeSet<>();
        types(bytes).forEach(name -> checkType(type.name(), name, problems));
        new ClassReader(bytes).accept(new References(type.name(), problems), 0);
        checkImplemented(type, problems);
        return problems;
    }

    /**
     * @param bytes a class file
     * @return the platform's modules that it needs
     */
    Set<String> modules(byte[] bytes)
    {
        return types(bytes).stream().map(this.platform::module).filter(java.util.Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> types(byte[] bytes)
    {
        Set<String> types = new TreeSet<>();
        new ClassReader(bytes).accept(new ClassRemapper(new ClassWriter(0), new Remapper(Opcodes.ASM9)
        {
            @Override
            public String map(String name)
            {
                types.add(name);
                return name;
            }
        }), 0);
        return types;
    }

    private void checkType(String place, String name, Set<String> problems)
    {
        if (name.startsWith(EMBEDDED)) {
            problems.add(place + ": refers to the embedded wiki: " + name);
        } else if (isXWiki(name)) {
            if (name.contains("/internal/")) {
                problems.add(place + ": refers to an internal type: " + name);
            } else if (this.platform.find(name).isEmpty()) {
                problems.add(place + ": refers to a type that XWiki 17.10 lacks: " + name);
            }
        }
    }

    private static boolean isXWiki(String name)
    {
        return (name.startsWith("org/xwiki/") || name.startsWith("com/xpn/")) && !name.startsWith(OURS);
    }

    /**
     * A stand-in interface may leave a method out; a class that implements it must still have the method.
     */
    private void checkImplemented(TypeModel type, Set<String> problems)
    {
        if (type.is(Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) {
            return;
        }
        List<TypeModel> hierarchy = new ArrayList<>(List.of(type));
        this.platform.hierarchy(type.name()).stream().filter(name -> !name.equals(type.name()))
            .forEach(name -> this.platform.find(name).ifPresent(hierarchy::add));
        if (hierarchy.size() == 1) {
            // Not on the class path: only its own supertypes lead to others.
            type.supertypes().stream().flatMap(name -> this.platform.hierarchy(name).stream())
                .forEach(name -> this.platform.find(name).ifPresent(hierarchy::add));
        }
        for (TypeModel parent : hierarchy) {
            if (this.platform.isListed(parent.name())) {
                parent.members().values().stream().filter(member -> member.is(Opcodes.ACC_ABSTRACT))
                    .filter(member -> hierarchy.stream().map(t -> t.members().get(member.key()))
                        .noneMatch(m -> m != null && !m.is(Opcodes.ACC_ABSTRACT)))
                    .forEach(member -> problems
                        .add(type.name() + ": does not implement " + parent.name() + '#' + member.key()));
            }
        }
    }

    /**
     * Looks up every member that the code of a class refers to.
     */
    private final class References extends ClassVisitor
    {
        private final String place;

        private final Set<String> problems;

        private References(String place, Set<String> problems)
        {
            super(Opcodes.ASM9);
            this.place = place;
            this.problems = problems;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
            String[] exceptions)
        {
            return new MethodVisitor(Opcodes.ASM9)
            {
                @Override
                public void visitFieldInsn(int opcode, String owner, String name, String descriptor)
                {
                    check(owner, name, descriptor, opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC);
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String descriptor,
                    boolean isInterface)
                {
                    check(owner, name, descriptor, opcode == Opcodes.INVOKESTATIC);
                    checkKind(owner, isInterface);
                }

                @Override
                public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap,
                    Object... arguments)
                {
                    for (Object argument : arguments) {
                        checkConstant(argument);
                    }
                }

                @Override
                public void visitLdcInsn(Object value)
                {
                    checkConstant(value);
                }
            };
        }

        private void checkConstant(Object value)
        {
            if (value instanceof Handle handle) {
                boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC
                    || handle.getTag() == Opcodes.H_GETSTATIC || handle.getTag() == Opcodes.H_PUTSTATIC;
                check(handle.getOwner(), handle.getName(), handle.getDesc(), isStatic);
                checkKind(handle.getOwner(), handle.isInterface());
            } else if (value instanceof ConstantDynamic dynamic) {
                for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                    checkConstant(dynamic.getBootstrapMethodArgument(i));
                }
            }
        }

        private void checkKind(String owner, boolean isInterface)
        {
            if (isXWiki(owner) && platform.find(owner).map(type -> type.is(Opcodes.ACC_INTERFACE) != isInterface)
                .orElse(false)) {
                this.problems.add(this.place + ": takes a class for an interface or the reverse: " + owner);
            }
        }

        private void check(String owner, String name, String descriptor, boolean isStatic)
        {
            boolean known = platform.find(owner).isPresent();
            if (Type.getObjectType(owner).getSort() == Type.ARRAY || !known
                || !(isXWiki(owner) || owner.startsWith(OURS))) {
                return;
            }
            String key = TypeModel.Member.key(name, descriptor);
            Optional<TypeModel.Member> member = platform.resolve(owner, key);
            if (member.isEmpty() || isXWiki(owner) && !member.get().isVisible()) {
                this.problems.add(this.place + ": refers to a member that XWiki 17.10 lacks: " + owner + '#' + key);
            } else if (member.get().is(Opcodes.ACC_STATIC) != isStatic) {
                this.problems.add(this.place + ": static differs from the real member: " + owner + '#' + key);
            }
        }
    }
}
