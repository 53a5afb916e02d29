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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.call.Call;
import org.xwiki.contrib.crowdsourcing.call.CallManager;
import org.xwiki.contrib.crowdsourcing.macro.CallMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.CallView;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows the open call of an initiative, with the forms to apply and to nominate.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("call")
@Singleton
public class CallMacro extends AbstractCrowdsourcingMacro<CallMacroParameters>
{
    private static final String CALL = "call";

    private static final String APPLICATION = "application";

    @Inject
    private CallManager manager;

    @Inject
    private Calls calls;

    @Inject
    private Screenings screenings;

    /**
     * Default constructor.
     */
    public CallMacro()
    {
        super("Open call", "Shows the open call of an initiative, with the forms to apply and to nominate.",
            CallMacroParameters.class);
    }

    @Override
    protected View view(CallMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        Optional<Call> found = this.manager.callOf(resolve(parameters.getReference()));
        if (found.isEmpty()) {
            return message("crowdsourcing.call.none");
        }
        if (parameters.getView() == CallView.LINK) {
            return new View(Calls.LINK, Map.of(CALL, found.get()), null);
        }
        DocumentReference reference = found.get().reference();
        boolean screening = !readOnly && this.screenings.isWanted();
        FormState form = screening
            ? process(false, this.screenings.getActions(found.get()), this.screenings.getTargets(reference))
            : process(readOnly, this.calls.getActions(found.get()), reference::equals);
        if (isSentOn(form)) {
            return sentOn(form);
        }
        if (screening) {
            Map<String, Object> data = this.screenings.getData(found.get(), form);
            return new View(data.containsKey(APPLICATION) ? APPLICATION : "applications", data, form);
        }
        return new View(CALL, this.calls.getData(found.get(), readOnly), form);
    }
}
