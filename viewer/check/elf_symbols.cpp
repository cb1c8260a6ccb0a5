#include "check/elf_symbols.h"

#include <elf.h>

#include <cstdint>
#include <cstring>
#include <optional>

namespace vidik {
namespace {

template <typename T>
std::optional<T> at(std::string_view file, std::uint64_t offset) {
  if (offset > file.size() || file.size() - offset < sizeof(T)) return std::nullopt;
  T out;
  std::memcpy(&out, file.data() + offset, sizeof out);
  return out;
}

std::string_view part(std::string_view file, const Elf64_Shdr& section) {
  if (section.sh_offset > file.size() || file.size() - section.sh_offset < section.sh_size) return {};
  return file.substr(section.sh_offset, section.sh_size);
}

std::string name_at(std::string_view names, std::uint64_t offset) {
  if (offset >= names.size()) return {};
  const std::string_view rest = names.substr(offset);
  return std::string(rest.substr(0, rest.find('\0')));
}

void take(const Elf64_Sym& symbol, std::string_view names, DynamicSymbols& out) {
  const unsigned char binding = ELF64_ST_BIND(symbol.st_info), type = ELF64_ST_TYPE(symbol.st_info);
  std::string name = name_at(names, symbol.st_name);
  if (name.empty() || binding == STB_LOCAL || type == STT_SECTION || type == STT_FILE) return;
  if (symbol.st_shndx == SHN_UNDEF)
    out.imported.push_back(std::move(name));
  else if (symbol.st_shndx != SHN_ABS && ELF64_ST_VISIBILITY(symbol.st_other) == STV_DEFAULT)
    out.exported.push_back(std::move(name));  // an absolute one is the name of a version
}

}  // namespace

Result<DynamicSymbols> read_dynamic_symbols(std::string_view file) {
  const auto head = at<Elf64_Ehdr>(file, 0);
  if (!head || std::memcmp(head->e_ident, ELFMAG, SELFMAG) != 0 || head->e_ident[EI_CLASS] != ELFCLASS64 ||
      head->e_ident[EI_DATA] != ELFDATA2LSB || head->e_shentsize != sizeof(Elf64_Shdr))
    return fail(Code::bad_input, "it is no 64-bit shared object");
  DynamicSymbols out;
  bool found = false;
  for (std::uint64_t i = 0; i < head->e_shnum; ++i) {
    const auto section = at<Elf64_Shdr>(file, head->e_shoff + i * sizeof(Elf64_Shdr));
    if (!section) return fail(Code::bad_input, "its table of sections leads out of the file");
    if (section->sh_type != SHT_DYNSYM) continue;
    const auto strings =
        at<Elf64_Shdr>(file, head->e_shoff + std::uint64_t{section->sh_link} * sizeof(Elf64_Shdr));
    if (!strings) return fail(Code::bad_input, "its symbols have no names");
    const std::string_view symbols = part(file, *section), names = part(file, *strings);
    for (std::uint64_t s = 0; s + sizeof(Elf64_Sym) <= symbols.size(); s += sizeof(Elf64_Sym))
      take(*at<Elf64_Sym>(symbols, s), names, out);
    found = true;
  }
  if (!found) return fail(Code::bad_input, "it has no dynamic symbols");
  return out;
}

}  // namespace vidik
