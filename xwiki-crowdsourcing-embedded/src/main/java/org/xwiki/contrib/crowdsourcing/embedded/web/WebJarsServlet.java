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
package org.xwiki.contrib.crowdsourcing.embedded.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.commons.io.FilenameUtils;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Serves the files of webjars.
 *
 * @version $Id$
 * @since 1.0
 */
public class WebJarsServlet extends HttpServlet
{
    private static final long serialVersionUID = 1L;

    private static final String SCRIPT = "text/javascript;charset=utf-8";

    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("css", "text/css;charset=utf-8"),
        Map.entry("js", SCRIPT), Map.entry("mjs", SCRIPT),
        Map.entry("json", "application/json"), Map.entry("svg", "image/svg+xml"), Map.entry("png", "image/png"),
        Map.entry("woff", "font/woff"), Map.entry("woff2", "font/woff2"), Map.entry("ttf", "font/ttf"),
        Map.entry("eot", "application/vnd.ms-fontobject"));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException
    {
        String path = URLDecoder.decode(request.getRequestURI(), StandardCharsets.UTF_8)
            .substring(WebJars.PATH.length());
        String type = TYPES.get(FilenameUtils.getExtension(path));
        URL resource = type == null || path.contains("..") ? null
            : Thread.currentThread().getContextClassLoader().getResource("META-INF/resources/webjars" + path);
        if (resource == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        // A snapshot changes under the same name.
        response.setHeader("Cache-Control", path.contains("SNAPSHOT") ? "no-cache" : "public, max-age=86400");
        URLConnection connection = resource.openConnection();
        try (InputStream stream = connection.getInputStream()) {
            stream.transferTo(response.getOutputStream());
        }
    }
}
