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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.objectweb.asm.Opcodes;

/**
 * The types of the real XWiki Platform 17.10, from the lists in {@code platform-17.10} (one type after the other, one
 * public or protected member a line with its JVM descriptor at the end), and beside them everything of the class path
 * that is no stand-in: XWiki Commons, XWiki Rendering, the JDK and the libraries.
 *
 * @version $Id$
 */
final class PlatformTypes
{
    private static final Map<String, Integer> FLAGS = Map.of("public", Opcodes.ACC_PUBLIC, "protected",
        Opcodes.ACC_PROTECTED, "static", Opcodes.ACC_STATIC, "final", Opcodes.ACC_FINAL, "abstract",
        Opcodes.ACC_ABSTRACT, "interface", Opcodes.ACC_INTERFACE);

    private static final String DESCRIPTOR_SEPARATOR = "  | ";

    private static final String CONSTRUCTOR = "<init>";

    private static final String LISTS = "/platform-17.10";

    private static final String STAND_IN = "xwiki-crowdsourcing-embedded";

    private final Map<String, TypeModel> listed = new HashMap<>();

    private final Map<String, String> modules = new HashMap<>();

    private final Map<String, Optional<TypeModel>> found = new HashMap<>();

    static PlatformTypes load() throws Exception
    {
        PlatformTypes types = new PlatformTypes();
        URL folder = PlatformTypes.class.getResource(LISTS);
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            for (Path file : files.sorted().toList()) {
                types.read(file.getFileName().toString().replaceFirst("\\.txt$", ""),
                    Files.readAllLines(file, StandardCharsets.UTF_8));
            }
        }
        return types;
    }

    private void read(String module, List<String> lines)
    {
        TypeModel type = null;
        for (String line : lines) {
            if (line.startsWith("  ")) {
                type.add(member(line.trim(), type.name()));
            } else if (!line.isBlank()) {
                type = type(line);
                this.listed.put(type.name(), type);
                this.modules.put(type.name(), module);
            }
        }
    }

    private static TypeModel type(String line)
    {
        String header = withoutGenerics(line);
        List<String> words = Arrays.asList(header.split("[ ,]+"));
        int access = flags(words);
        int position = words.contains("interface") ? words.indexOf("interface") : words.indexOf("class");
        List<String> extended = after(words, "extends");
        List<String> implemented = after(words, "implements");
        boolean isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        String superName = isInterface || extended.isEmpty() ? "java/lang/Object" : extended.get(0);
        return new TypeModel(words.get(position + 1).replace('.', '/'),
            isInterface ? access | Opcodes.ACC_ABSTRACT : access, superName, isInterface ? extended : implemented);
    }

    private static TypeModel.Member member(String line, String typeName)
    {
        int end = line.lastIndexOf(DESCRIPTOR_SEPARATOR);
        String descriptor = line.substring(end + DESCRIPTOR_SEPARATOR.length()).trim();
        String declaration = line.substring(0, end);
        if (!descriptor.startsWith("(")) {
            int equal = declaration.indexOf(" = ");
            String constant = equal < 0 ? null : declaration.substring(equal + 3);
            String[] words = declaration.substring(0, equal < 0 ? declaration.length() : equal).split(" ");
            return new TypeModel.Member(flags(List.of(words)), words[words.length - 1], descriptor, Set.of(),
                constant);
        }
        String plain = withoutGenerics(declaration);
        String[] words = plain.substring(0, plain.indexOf('(')).split(" ");
        String name = words[words.length - 1];
        int thrown = plain.indexOf(" throws ");
        Set<String> exceptions = thrown < 0 ? Set.of()
            : Arrays.stream(plain.substring(thrown + 8).split(", *")).map(e -> e.trim().replace('.', '/'))
                .collect(Collectors.toSet());
        return new TypeModel.Member(flags(List.of(words)),
            name.replace('.', '/').equals(typeName) ? CONSTRUCTOR : name, descriptor, exceptions, null);
    }

    private static List<String> after(List<String> words, String keyword)
    {
        int start = words.indexOf(keyword);
        if (start < 0) {
            return List.of();
        }
        return words.subList(start + 1, words.size()).stream().takeWhile(word -> !"implements".equals(word))
            .map(word -> word.replace('.', '/')).toList();
    }

    private static int flags(Collection<String> words)
    {
        return words.stream().mapToInt(word -> FLAGS.getOrDefault(word, 0)).reduce(0, (a, b) -> a | b);
    }

    private static String withoutGenerics(String text)
    {
        StringBuilder result = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '<' ? 1 : 0;
            if (depth == 0) {
                result.append(c);
            }
            depth -= c == '>' ? 1 : 0;
        }
        return result.toString();
    }

    boolean isListed(String name)
    {
        return this.listed.containsKey(name);
    }

    /**
     * @param name the internal name of a type
     * @return the platform's module that it comes from, null when it comes from none
     */
    String module(String name)
    {
        return this.modules.get(name);
    }

    /**
     * @param name the internal name of a type
     * @return what a real wiki finds under that name: never a stand-in
     */
    Optional<TypeModel> find(String name)
    {
        TypeModel type = this.listed.get(name);
        return type != null ? Optional.of(type) : this.found.computeIfAbsent(name, PlatformTypes::fromClassPath);
    }

    private static Optional<TypeModel> fromClassPath(String name)
    {
        try {
            ClassLoader loader = PlatformTypes.class.getClassLoader();
            for (URL url : java.util.Collections.list(loader.getResources(name + ".class"))) {
                if (!url.getPath().contains(STAND_IN)) {
                    try (InputStream stream = url.openStream()) {
                        return Optional.of(ClassFile.read(stream.readAllBytes()));
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param name the internal name of a type
     * @return the names of the type and of all that it extends and implements, nearest first
     */
    Set<String> hierarchy(String name)
    {
        Set<String> result = new LinkedHashSet<>();
        Deque<String> todo = new ArrayDeque<>(List.of(name));
        while (!todo.isEmpty()) {
            String next = todo.poll();
            if (result.add(next)) {
                find(next).ifPresent(type -> todo.addAll(type.supertypes()));
            }
        }
        return result;
    }

    /**
     * @param owner the internal name of the type on which the member is looked up
     * @param key the key of the member
     * @return the member that a real wiki finds
     */
    Optional<TypeModel.Member> resolve(String owner, String key)
    {
        return hierarchy(owner).stream().map(this::find).flatMap(Optional::stream)
            .map(type -> type.members().get(key)).filter(java.util.Objects::nonNull).findFirst();
    }
}
