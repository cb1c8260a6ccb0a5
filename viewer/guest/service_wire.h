#pragma once
// Parameters, panels, states and queries on the wire: decoded with every check, the same rule on both sides.
//
// Ownership: decoded values own their text. Errors: a decoder answers false on anything that cannot be; what is only
// unwise (a name that is too long) is said by param_fault().

#include "frame/overlay_params.h"
#include "guest/event_wire.h"
#include "guest/wire.h"

#include <vidik_plugin.h>

#include <span>
#include <string>
#include <vector>

namespace vidik {

inline constexpr std::uint32_t kMaxParams = 64, kMaxChoices = 32, kMaxControls = 64;
inline constexpr std::size_t kMaxState = std::size_t{1} << 20;
inline constexpr std::size_t kMaxParamText = 200, kMaxParamName = 60, kMaxPanelText = 400;
inline constexpr std::uint64_t kMaxQueried = 1'000'000;

// The nearest value that the parameter can have.
ParamValue fitted(const OverlayParam& param, ParamValue value);

// What is wrong with the declared parameters, in words; empty = nothing.
std::string params_fault(std::span<const OverlayParam> params);
// As the plugin declares them; call after their sizes were checked.
std::vector<OverlayParam> params_of(const vidik_params_service& service);

void encode_params(std::span<const OverlayParam> params, WireOut& out);
bool decode_params(WireIn& in, std::vector<OverlayParam>& out);

// One value for each parameter, in their order.
void encode_values(std::span<const OverlayParam> params, const ParamValues& set, WireOut& out);
struct DecodedValues {
  std::vector<vidik_param_value> values;  // texts point into the message
};
bool decode_values(WireIn& in, DecodedValues& out);

// Why a control cannot be drawn, or null; `others`: those before it.
const char* control_fault(const PanelControl& control, std::span<const PanelControl> others);
void encode_controls(std::span<const PanelControl> controls, WireOut& out);
bool decode_controls(WireIn& in, std::vector<PanelControl>& out);
void encode_presses(std::span<const PanelPress> presses, WireOut& out);
bool decode_presses(WireIn& in, std::vector<PanelPress>& out);

}  // namespace vidik
