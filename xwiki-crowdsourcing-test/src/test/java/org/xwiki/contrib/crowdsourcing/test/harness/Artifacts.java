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
package org.xwiki.contrib.crowdsourcing.test.harness;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Where the project's own artifacts are while its tests run.
 *
 * @version $Id$
 */
public final class Artifacts
{
    private static final String PREFIX = "xwiki-crowdsourcing-";

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private Artifacts()
    {
    }

    /**
     * @return the folder of everything that a build writes
     */
    public static Path target()
    {
        return TARGET;
    }

    /**
     * @param module the end of a module's name, {@code api} for instance
     * @return its jar, or its folder of classes
     */
    public static Path onClassPath(String module)
    {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
            .filter(path -> path.toString().contains(PREFIX + module)).findFirst()
            .orElseThrow(() -> new IllegalStateException("Not on the class path: " + PREFIX + module));
    }

    /**
     * @return the pages that are installed into a wiki
     */
    public static Path ui()
    {
        return xar("ui");
    }

    /**
     * @return the pages of the sample initiative
     */
    public static Path sample()
    {
        return xar("sample");
    }

    private static Path xar(String module)
    {
        Path path = TARGET.resolve("xar").resolve(PREFIX + module + ".xar");
        if (!Files.exists(path)) {
            throw new IllegalStateException("Build the whole project first, there is no " + path);
        }
        return path;
    }

    /**
     * @param archive a jar, a XAR or a folder
     * @return the bytes of its files by their paths, with slashes
     * @throws IOException when it cannot be read
     */
    public static Map<String, byte[]> content(Path archive) throws IOException
    {
        Map<String, byte[]> result = new LinkedHashMap<>();
        if (Files.isDirectory(archive)) {
            try (Stream<Path> files = Files.walk(archive)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String name = archive.relativize(file).toString().replace(File.separatorChar, '/');
                    result.put(name, Files.readAllBytes(file));
                }
            }
        } else {
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                    try (InputStream stream = zip.getInputStream(entry)) {
                        result.put(entry.getName(), stream.readAllBytes());
                    }
                }
            }
        }
        return result;
    }

    /**
     * @param archive a jar or a folder
     * @return the bytes of its class files by their internal names
     * @throws IOException when it cannot be read
     */
    public static Map<String, byte[]> classes(Path archive) throws IOException
    {
        Map<String, byte[]> result = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        Map<String, byte[]> content = content(archive);
        content.keySet().stream().filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
            .forEach(names::add);
        names.forEach(name -> result.put(name.substring(0, name.length() - 6), content.get(name)));
        return result;
    }
}
