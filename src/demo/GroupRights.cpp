// SPDX-License-Identifier: MIT
#include "demo/GroupRights.h"

namespace demo {

using domain::MemberStatus;
using domain::Permission;

namespace {

bool mayOrdinaryMember(Permission permission, GroupRules rules)
{
    switch (permission) {
    case Permission::SendMessages:
    case Permission::SendMediaMessages:
        return rules != GroupRules::Announcements;
    case Permission::SendOtherMessages:
    case Permission::AddWebPagePreviews:
        return rules != GroupRules::Announcements && rules != GroupRules::NoInvites;
    case Permission::InviteUsers:
        return rules == GroupRules::Open || rules == GroupRules::Usual;
    case Permission::ChangeInfo:
    case Permission::PinMessages:
        return rules == GroupRules::Open;
    case Permission::PromoteMembers:
    case Permission::RestrictMembers:
    case Permission::DeleteMessages:
    case Permission::EditMessages:
    case Permission::PostMessages:
    case Permission::BeEdited:
        return false;
    }
    return false;
}

} // namespace

domain::Permissions permissionsOf(MemberStatus status, GroupRules rules)
{
    domain::Permissions permissions;
    for (int bit = 0; bit < domain::permissionCount; ++bit) {
        const auto permission = static_cast<Permission>(bit);
        bool allowed = rules == GroupRules::AllAdministrators || status == MemberStatus::Creator;
        if (!allowed && status == MemberStatus::Administrator) {
            // Administrators of a group do not make others administrators; only its creator does.
            allowed = permission != Permission::PromoteMembers;
        } else if (!allowed && status == MemberStatus::Member) {
            allowed = mayOrdinaryMember(permission, rules);
        }
        permissions.state(permission, allowed);
    }
    return permissions;
}

} // namespace demo
