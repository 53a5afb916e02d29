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

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives the tests of a class a browser, and takes a picture of it where one fails.
 *
 * @version $Id$
 */
public final class BrowserExtension
    implements BeforeAllCallback, AfterAllCallback, ParameterResolver, TestExecutionExceptionHandler
{
    private Browser browser;

    @Override
    public void beforeAll(ExtensionContext context)
    {
        this.browser = new Browser();
    }

    @Override
    public void afterAll(ExtensionContext context)
    {
        this.browser.close();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context)
    {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context)
    {
        return this.browser;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable problem) throws Throwable
    {
        try {
            String name = context.getRequiredTestClass().getSimpleName() + '-' + context.getDisplayName();
            problem.addSuppressed(new AssertionError(
                "On " + this.browser.url() + ", see " + this.browser.screenshot(name) + ":\n" + this.browser.text()));
        } catch (RuntimeException e) {
            problem.addSuppressed(e);
        }
        throw problem;
    }
}
