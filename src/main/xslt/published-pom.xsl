<?xml version="1.0" encoding="UTF-8"?>

<!--
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
-->

<!-- Makes of the POM of a module the one that is published: without a parent, so that a wiki without access to the Internet can
     read it, without what concerns the build alone, and with the modules of XWiki Platform instead of their stand-in. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="http://maven.apache.org/POM/4.0.0" xmlns="http://maven.apache.org/POM/4.0.0" exclude-result-prefixes="m">
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="*"/>

  <!-- The address of the parent's POM, and the version that is built. -->
  <xsl:param name="parent"/>
  <xsl:param name="version"/>

  <xsl:template match="/m:project">
    <xsl:variable name="common" select="document($parent)/m:project"/>
    <project xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
      <modelVersion>4.0.0</modelVersion>
      <xsl:apply-templates select="m:parent/m:groupId | m:artifactId"/>
      <version>
        <xsl:value-of select="$version"/>
      </version>
      <xsl:apply-templates select="m:packaging | m:name | m:description"/>
      <xsl:apply-templates select="$common/m:licenses | $common/m:developers | $common/m:issueManagement"/>
      <properties>
        <xsl:apply-templates select="($common/m:properties | m:properties)/*[starts-with(local-name(), 'xwiki.extension.')]"/>
      </properties>
      <dependencies>
        <xsl:apply-templates select="(m:dependencies | m:profiles/m:profile[m:id='platform']/m:dependencies)/m:dependency[not(m:scope = 'test' or m:scope = 'provided')]"/>
      </dependencies>
    </project>
  </xsl:template>

  <xsl:template match="*">
    <xsl:copy>
      <xsl:apply-templates/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
