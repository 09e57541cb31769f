// SPDX-License-Identifier: MIT
#pragma once

#include "demo/SampleTexts.h"

namespace demo {

/// The chats that follow the interface language.
struct LanguageWords
{
    SampleWords zoe;
    SampleWords komodo;
    SampleWords rajaAmpat;
    SampleWords tom;
    SampleWords borobudur;
    SampleWords ijen;
    SampleWords karimunjawa;
    SampleWords hana;
    SampleWords ferries;
    SampleWords lombok;
    SampleWords aoife;
    std::span<const std::u16string_view> replies;
};

/// The chats that are Indonesian for everybody, and the others in Indonesian.
struct IndonesianWords
{
    SampleWords sri;
    SampleWords krakatau;
    SampleWords bromo;
    SampleWords made;
    SampleWords rinjani;
    SampleWords official;
    SampleWords merapi;
    SampleWords derawan;
    SampleWords kurniawan;
    SampleWords prau;
    SampleWords dewi;
    LanguageWords language;
};

extern const LanguageWords englishWords;
extern const IndonesianWords indonesianWords;

} // namespace demo
