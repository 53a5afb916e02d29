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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What links on the stand-in links on XWiki Platform 17.10, and nothing of the stand-in is shipped.
 *
 * @version $Id$
 */
class SignatureTest
{
    private static final String OURS = "org/xwiki/contrib/crowdsourcing/";

    private static final String OBJECT = "java/lang/Object";

    private static final String DOCUMENT = "com/xpn/xwiki/doc/XWikiDocument";

    private static final String QUERY = "org/xwiki/query/QueryExecutor";

    private static final String VOID = "()V";

    private static SignatureGuard guard;

    @BeforeAll
    static void load() throws Exception
    {
        guard = new SignatureGuard(PlatformTypes.load());
    }

    @Test
    void standInsDeclareOnlyWhatThePlatformHas() throws Exception
    {
        List<String> problems = new ArrayList<>();
        int standIns = 0;
        for (Map.Entry<String, byte[]> entry : Artifacts.classes(Artifacts.onClassPath("embedded")).entrySet()) {
            if (!entry.getKey().startsWith("org/xwiki/contrib/")) {
                problems.addAll(guard.checkStandIn(entry.getValue()));
                standIns++;
            }
        }
        assertTrue(standIns > 50, "Stand-in types seen: " + standIns);
        assertEquals("", String.join("\n", problems));
    }

    @Test
    void shippedClassesLinkOnThePlatform() throws Exception
    {
        List<String> problems = new ArrayList<>();
        for (String module : List.of("api", "macros")) {
            Map<String, byte[]> classes = Artifacts.classes(Artifacts.onClassPath(module));
            assertTrue(classes.size() > 10, module + " has classes: " + classes.size());
            for (byte[] bytes : classes.values()) {
                problems.addAll(guard.checkShipped(bytes));
            }
        }
        assertEquals("", String.join("\n", problems));
    }

    @Test
    void nothingOfTheEmbeddedWikiIsShipped() throws Exception
    {
        List<String> strangers = new ArrayList<>();
        for (Path file : List.of(Artifacts.onClassPath("api"), Artifacts.onClassPath("macros"), Artifacts.ui(),
            Artifacts.sample())) {
            for (String name : Artifacts.content(file).keySet()) {
                boolean stranger = name.endsWith(".jar")
                    || name.endsWith(".class") && (!name.startsWith(OURS) || name.startsWith(OURS + "embedded/"));
                if (stranger) {
                    strangers.add(file.getFileName() + ": " + name);
                }
            }
        }
        assertEquals(List.of(), strangers);
    }

    @Test
    void missingMembersAreSeen()
    {
        assertNoProblem(calling(DOCUMENT, "getFullName", "()Ljava/lang/String;", false));
        // Inherited: XWikiDocument has it from Object.
        assertNoProblem(calling(DOCUMENT, "notifyAll", VOID, false));
        assertProblem(calling(DOCUMENT, "getFullNames", "()Ljava/lang/String;", false), "lacks: " + DOCUMENT);
        assertProblem(calling(DOCUMENT, "getFullName", "()Ljava/lang/Object;", false), "lacks: " + DOCUMENT);
        assertProblem(calling(QUERY, "execute", "(Lorg/xwiki/query/Query;)Ljava/util/List;", false),
            "takes a class for an interface");
        assertProblem(calling("org/xwiki/query/Querying", "execute", VOID, false), "lacks: org/xwiki/query/Querying");
        assertProblem(calling("com/xpn/xwiki/internal/doc/Something", "execute", VOID, false), "internal type");
        assertProblem(calling(OURS + "embedded/EmbeddedWiki", "close", VOID, false), "refers to the embedded wiki");
    }

    @Test
    void missingImplementationsAreSeen()
    {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, OURS + "Synthetic", null, OBJECT, new String[] {QUERY});
        assertProblem(guard.checkShipped(writer.toByteArray()), "does not implement " + QUERY);
    }

    @Test
    void differingStandInsAreSeen()
    {
        String csrf = "org/xwiki/csrf/CSRFToken";
        int method = Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT;
        assertNoProblem(standIn(csrf, null, method, "clearToken", VOID));
        assertProblem(standIn(csrf, null, method, "clearTokens", VOID), "no such member");
        assertProblem(standIn(csrf, null, Opcodes.ACC_PUBLIC, "clearToken", VOID), "abstract differs");
        assertProblem(standIn(csrf, null, method, "clearToken", VOID, "java/io/IOException"), "throws");
        assertProblem(standIn(csrf, "java/lang/Runnable", method, "clearToken", VOID), "is no java/lang/Runnable");
        assertProblem(standIn("org/xwiki/csrf/Token", null, method, "clearToken", VOID), "no such type");
        assertProblem(constant("xql"), "the real constant");
        assertNoProblem(constant("hql"));
    }

    private static void assertProblem(Collection<String> problems, String expected)
    {
        assertTrue(String.join("\n", problems).contains(expected), problems.toString());
    }

    private static void assertNoProblem(Collection<String> problems)
    {
        assertFalse(!problems.isEmpty(), problems.toString());
    }

    private static Collection<String> calling(String owner, String name, String descriptor, boolean isInterface)
    {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, OURS + "Synthetic", null, OBJECT, null);
        MethodVisitor method =
            writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "call", VOID, null, null);
        method.visitCode();
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, isInterface);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        return guard.checkShipped(writer.toByteArray());
    }

    private static Collection<String> standIn(String type, String parent, int access, String name, String descriptor,
        String... exceptions)
    {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT, type, null,
            OBJECT, parent == null ? null : new String[] {parent});
        writer.visitMethod(access, name, descriptor, null, exceptions).visitEnd();
        return guard.checkStandIn(writer.toByteArray());
    }

    private static Collection<String> constant(String value)
    {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT,
            "org/xwiki/query/Query", null, OBJECT, null);
        writer.visitField(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "HQL", "Ljava/lang/String;",
            null, value).visitEnd();
        return guard.checkStandIn(writer.toByteArray());
    }
}
