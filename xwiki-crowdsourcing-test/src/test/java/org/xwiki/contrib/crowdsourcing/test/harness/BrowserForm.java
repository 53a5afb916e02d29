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

import java.util.List;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/**
 * A form in a browser, filled as a person fills it.
 *
 * @version $Id$
 */
public final class BrowserForm
{
    private static final String WRITE = """
        const field = arguments[0];
        const editor = window.CKEDITOR && window.CKEDITOR.instances[field.name];
        if (editor) { editor.setData(arguments[1]); editor.updateElement(); }
        else if (field.selectize) {
          field.selectize.addOption({value: arguments[1], label: arguments[1]});
          field.selectize.addItem(arguments[1]);
        } else if (field.tagName === 'SELECT') {
          field.add(new Option(arguments[1], arguments[1], true, true));
        } else { field.value = arguments[1]; }
        """;

    private final Browser browser;

    private final WebElement form;

    BrowserForm(Browser browser, WebElement form)
    {
        this.browser = browser;
        this.form = form;
        for (WebElement details : form.findElements(By.xpath("ancestor::details[not(@open)]"))) {
            details.findElement(By.xpath("./summary")).click();
        }
    }

    /**
     * @param name the name of a field, or its end
     * @param text what to write instead of what it holds
     * @return this
     */
    public BrowserForm write(String name, String text)
    {
        WebElement field = field(name);
        // How a date is typed depends on the language of the browser; a WYSIWYG editor and a picker hide the field that
        // they fill.
        boolean plain = !String.valueOf(field.getDomAttribute("type")).matches("date.*|time")
            && !"select".equals(field.getTagName());
        if (plain && field.isDisplayed()) {
            field.clear();
            field.sendKeys(text);
        } else {
            this.browser.driver().executeScript(WRITE, field, text);
        }
        return this;
    }

    /**
     * @param name the name of a list, or its end
     * @param value the value to choose
     * @return this
     */
    public BrowserForm choose(String name, String value)
    {
        WebElement field = field(name);
        if ("select".equals(field.getTagName())) {
            new Select(field).selectByValue(value);
        } else {
            this.form.findElement(By.cssSelector("[name$='" + name + "'][value='" + value + "']")).click();
        }
        return this;
    }

    /**
     * @param name the name of a list, or its end
     * @param text a part of what the choice says
     * @return this
     */
    public BrowserForm chooseByText(String name, String text)
    {
        new Select(field(name)).selectByContainsVisibleText(text);
        return this;
    }

    /**
     * @return the browser with the page that answers the form
     */
    public Browser send()
    {
        return this.browser.follow(this.form.findElement(
            By.cssSelector("button:not([type=button]), input[type=submit]")));
    }

    /**
     * @param button the name of the button
     * @return the browser with the page that answers the form
     */
    public Browser send(String button)
    {
        return this.browser.follow(this.form.findElement(By.name(button)));
    }

    private WebElement field(String name)
    {
        List<WebElement> exact = this.form.findElements(By.name(name));
        return exact.isEmpty() ? this.form.findElement(By.cssSelector("[name$='_" + name + "']")) : exact.get(0);
    }
}
