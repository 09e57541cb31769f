// SPDX-License-Identifier: MIT
#pragma once

#include "demo/SampleTexts.h"
#include "domain/Chat.h"

namespace demo {

/// What somebody may do in a group with these rules; every permission is stated.
domain::Permissions permissionsOf(domain::MemberStatus status, GroupRules rules);

} // namespace demo
