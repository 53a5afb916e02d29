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
package org.xwiki.contrib.crowdsourcing.embedded.rights;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xwiki.model.reference.DocumentReference;
import org.xwiki.security.authorization.Right;
import org.xwiki.security.authorization.RuleState;

/**
 * Settles what the rules of the levels say for one user, from the page up to the wiki: a lower level wins, except over
 * an allowed right that says otherwise (that of administrators); on a level a rule for the user wins over rules for
 * groups; what is allowed to somebody is denied to everybody else.
 */
class RightSettler
{
    private final DocumentReference user;

    private final Set<DocumentReference> groups;

    private final Map<Right, RuleState> access = new HashMap<>();

    /** The right whose policies count for another one that it implies. */
    private final Map<Right, Right> policies = new HashMap<>();

    RightSettler(DocumentReference user, Set<DocumentReference> groups)
    {
        this.user = user;
        this.groups = groups;
    }

    void add(List<RightRules.Rule> rules, List<Right> enabled)
    {
        Map<Right, RuleState> level = new HashMap<>();
        Set<Right> fromUser = new HashSet<>();
        Set<Right> allowed = new HashSet<>();
        for (Right right : enabled) {
            for (RightRules.Rule rule : rules) {
                if (rule.rights().contains(right)) {
                    if (rule.state() == RuleState.ALLOW) {
                        allowed.add(right);
                    }
                    apply(right, rule, level, fromUser);
                    if (level.get(right) == RuleState.ALLOW) {
                        imply(right, level, enabled, fromUser);
                    }
                }
            }
        }
        allowed.forEach(right -> level.putIfAbsent(right, RuleState.DENY));
        level.forEach((right, state) -> {
            boolean override = this.policies.getOrDefault(right, right).getInheritanceOverridePolicy();
            if (!this.access.containsKey(right) || state == RuleState.ALLOW && !override) {
                this.access.put(right, state);
            }
        });
    }

    private void apply(Right right, RightRules.Rule rule, Map<Right, RuleState> level, Set<Right> fromUser)
    {
        if (rule.users().contains(this.user)) {
            if (fromUser.add(right)) {
                level.put(right, rule.state());
            } else {
                conflict(right, rule.state(), level);
            }
        } else if (!fromUser.contains(right) && intersects(rule.groups())) {
            conflict(right, rule.state(), level);
        }
    }

    private boolean intersects(Collection<DocumentReference> ruleGroups)
    {
        return ruleGroups.stream().anyMatch(this.groups::contains);
    }

    private void imply(Right right, Map<Right, RuleState> level, List<Right> enabled, Set<Right> fromUser)
    {
        for (Right implied : right.getImpliedRights()) {
            if (enabled.contains(implied)) {
                this.policies.put(implied, right);
                if (fromUser.contains(implied) == fromUser.contains(right)) {
                    conflict(implied, RuleState.ALLOW, level);
                } else if (fromUser.contains(right)) {
                    level.put(implied, RuleState.ALLOW);
                    fromUser.add(implied);
                }
            }
        }
    }

    private void conflict(Right right, RuleState state, Map<Right, RuleState> level)
    {
        RuleState current = level.putIfAbsent(right, state);
        if (current != null && current != state) {
            level.put(right, this.policies.getOrDefault(right, right).getTieResolutionPolicy());
        }
    }

    boolean isAllowed(Right right)
    {
        return this.access.getOrDefault(right, right.getDefaultState()) == RuleState.ALLOW;
    }
}
