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

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.contrib.crowdsourcing.expert.ProfileInput;
import org.xwiki.contrib.crowdsourcing.expert.ProfileManager;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.internal.table.ExpertOptions;
import org.xwiki.model.reference.DocumentReference;

/**
 * The form with which experts change their own profile.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ProfileForms.class)
@Singleton
public class ProfileForms
{
    private static final String PARAMETER = "cs_edit";

    private static final String SAVE = "saveProfile";

    private static final String REGION = "Crowdsourcing.Code.ExpertClass_region_";

    private static final String AFFILIATIONS = "affiliations";

    private static final String LANGUAGES = "languages";

    private static final String NEW_LINE = "\n";

    /** How many areas can be added at once. */
    private static final int SPARE = 3;

    @Inject
    private ProfileManager profiles;

    @Inject
    private ExpertManager experts;

    @Inject
    private ExpertOptions options;

    @Inject
    private Toolkit toolkit;

    /**
     * @param profile the page of a profile
     * @return what the form on it does
     */
    public Map<String, FormAction> getActions(DocumentReference profile)
    {
        return Map.of(SAVE, sent -> {
            this.profiles.save(profile, typed(sent));
            return this.toolkit.getURL(profile, null, null);
        });
    }

    private static ProfileInput typed(FormState sent)
    {
        List<ProfileInput.AreaInput> areas = new ArrayList<>();
        for (int i = 0; i < ProfileInput.MOST_AREAS && sent.has(ProfileInput.AREA + i); i++) {
            areas.add(new ProfileInput.AreaInput(sent.get(ProfileInput.AREA + i), sent.get(ProfileInput.LEVEL + i)));
        }
        return new ProfileInput(sent.get("position"), sent.get("organisation"), list(sent.get(AFFILIATIONS)),
            sent.get("country"), sent.get("region"), sent.get("gender"), list(sent.get(LANGUAGES)),
            sent.get("timezone"), sent.get("availableFrom"), sent.get("biography"), areas);
    }

    private static List<String> list(String sent)
    {
        return Arrays.stream(sent.split(NEW_LINE)).filter(value -> !value.isBlank()).toList();
    }

    /**
     * @param profile the page of a profile
     * @param form the form that has been sent, maybe {@code null}
     * @return {@code true} if the current user wants to change the own profile
     * @throws CrowdsourcingException if that cannot be found out
     */
    public boolean isWanted(DocumentReference profile, FormState form) throws CrowdsourcingException
    {
        boolean sent = form != null && SAVE.equals(form.getAction());
        return (sent || form == null && this.toolkit.getParameter(PARAMETER) != null) && this.profiles.isOwn(profile);
    }

    /**
     * @param expert the own profile
     * @param form the form that has been sent, maybe {@code null}
     * @return what the form shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> show(Expert expert, FormState form) throws CrowdsourcingException
    {
        DocumentReference profile = expert.reference();
        ProfileInput input = form == null ? this.profiles.getInput(profile) : typed(form);
        List<ProfileInput.AreaInput> rows = new ArrayList<>(input.areas());
        if (form == null) {
            for (int i = 0; i < SPARE && rows.size() < ProfileInput.MOST_AREAS; i++) {
                rows.add(new ProfileInput.AreaInput("", ""));
            }
        }
        Map<String, Object> data = new HashMap<>();
        data.put("expert", expert);
        data.put("input", input);
        // Who was told of a change by somebody else has seen it.
        boolean seen = form != null && !form.getErrors().containsKey("");
        data.put("stamp", seen ? form.get(FormProcessor.STAMP) : this.profiles.getStamp(profile));
        data.put("rows", rows);
        data.put(AFFILIATIONS, Affiliation.values());
        data.put("genders", Gender.values());
        data.put("levels", ExpertiseLevel.values());
        List<String> countries = this.options.getAllCountries(input.country());
        data.put("countries", countries);
        data.put("countryNames", countries.stream().map(this.toolkit::getCountryName).toList());
        data.put("regions", Region.values());
        data.put(LANGUAGES, this.options.getLanguages(input.languages().toArray(String[]::new)));
        data.put("zones", new TreeSet<>(ZoneId.getAvailableZoneIds()).stream()
            .filter(zone -> zone.matches("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian"
                + "|Pacific)/.*")).toList());
        showAreas(input, data);
        showRegion(input, data);
        return data;
    }

    private void showAreas(ProfileInput input, Map<String, Object> data) throws CrowdsourcingException
    {
        List<Object> areas = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (Area area : this.experts.getAreas()) {
            areas.add(area.reference());
            titles.add("\u2013 ".repeat(area.depth()) + area.title());
        }
        // What cannot be chosen any more stays until the expert takes it away.
        for (ProfileInput.AreaInput row : input.areas()) {
            boolean offered = row.area().isEmpty()
                || areas.stream().anyMatch(area -> this.toolkit.serialize((DocumentReference) area).equals(row.area()));
            if (!offered) {
                areas.add(this.toolkit.reference(row.area()));
                titles.add(this.toolkit.translate("crowdsourcing.area.gone"));
            }
        }
        data.put("areas", areas);
        data.put("areaTitles", titles);
    }

    private void showRegion(ProfileInput input, Map<String, Object> data)
    {
        data.put("regionNote", note(this.toolkit, input.country(), input.region()));
    }

    /**
     * @param toolkit what is needed of the wiki
     * @param country the country of a profile
     * @param region the id of the region that it names
     * @return what is to be said of both, empty if nothing
     */
    static String note(Toolkit toolkit, String country, String region)
    {
        return Region.ofCountry(country).filter(derived -> !derived.getId().equals(region)).map(derived -> {
            String name = toolkit.translate(REGION + derived.getId());
            return Stored.find(Region.class, region).isPresent()
                ? toolkit.translate("crowdsourcing.profile.regionDiffers", toolkit.getCountryName(country), name,
                    toolkit.translate(REGION + region))
                : toolkit.translate("crowdsourcing.profile.regionDerived", name);
        }).orElse("");
    }
}
