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
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.Pom;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Who installs a shipped jar learns from its POM which modules of XWiki Platform it needs, in the version for which it
 * is made: an older wiki refuses it.
 *
 * @version $Id$
 */
class ShippedPomTest
{
    private static final String PLATFORM = "org.xwiki.platform:";

    @ParameterizedTest
    @ValueSource(strings = {"api", "macros"})
    void pomNamesThePlatformModules(String module) throws Exception
    {
        Path jar = Artifacts.onClassPath(module);
        SignatureGuard guard = new SignatureGuard(PlatformTypes.load());
        Set<String> needed = new TreeSet<>();
        for (byte[] bytes : Artifacts.classes(jar).values()) {
            guard.modules(bytes).forEach(name -> needed.add(PLATFORM + name + ":17.10.0:jar"));
        }
        Set<String> named = new TreeSet<>(Pom.ofJar(jar).dependencies());
        named.removeIf(dependency -> !dependency.startsWith(PLATFORM));
        assertEquals(needed, named);
    }
}
