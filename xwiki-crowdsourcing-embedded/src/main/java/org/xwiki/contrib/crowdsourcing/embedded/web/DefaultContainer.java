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

import java.util.ArrayDeque;
import java.util.Deque;

import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.container.Container;
import org.xwiki.container.Request;
import org.xwiki.container.Response;

/**
 * Keeps the request and the response of each thread.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultContainer implements Container
{
    private final ThreadLocal<Deque<Request>> requests = ThreadLocal.withInitial(ArrayDeque::new);

    private final ThreadLocal<Deque<Response>> responses = ThreadLocal.withInitial(ArrayDeque::new);

    @Override
    public Request getRequest()
    {
        return this.requests.get().peek();
    }

    @Override
    public void setRequest(Request request)
    {
        this.requests.get().poll();
        pushRequest(request);
    }

    @Override
    public void pushRequest(Request request)
    {
        this.requests.get().push(request);
    }

    @Override
    public void popRequest()
    {
        this.requests.get().pop();
    }

    @Override
    public Response getResponse()
    {
        return this.responses.get().peek();
    }

    @Override
    public void setResponse(Response response)
    {
        this.responses.get().poll();
        pushResponse(response);
    }

    @Override
    public void pushResponse(Response response)
    {
        this.responses.get().push(response);
    }

    @Override
    public void popResponse()
    {
        this.responses.get().pop();
    }
}
