#pragma once
// The letters of the languages of the map and its neighbours, upper and lower case, after their alphabets (CLDR's main exemplars).

namespace vidik {

struct Alphabet {
  const char* language;
  const char* letters;
};
inline constexpr Alphabet kAlphabets[] = {
    {"en", "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 .,:;!?’‘“”–—…()[]&%+−±×°§€£"},
    {"sr-Cyrl", "АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ абвгдђежзијклљмнњопрстћуфхцчџш"},
    {"sr-Latn", "ABCČĆDDžĐEFGHIJKLLjMNNjOPRSŠTUVZŽ abcčćdđefghijklmnoprsštuvzž"},
    {"hr sl bs", "ABCČĆDĐEFGHIJKLMNOPRSŠTUVZŽ abcčćdđefghijklmnoprsštuvzž Ǆǅǆ Ǉǈǉ Ǌǋǌ"},
    {"cnr",
     "ABCČĆDĐEFGHIJKLMNOPRSŠŚTUVZŽŹ abcčćdđefghijklmnoprsštuvzžź АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ З́ С́ з́ с́"},
    {"sq", "AÇDhEËGjLlNjRrShThXhZh çë ÂÊÎÔÛ âêîôû"},
    {"mk", "АБВГДЃЕЖЗЅИЈКЛЉМНЊОПРСТЌУФХЦЧЏШ абвгдѓежзѕијклљмнњопрстќуфхцчџш Ѐѐ Ѝѝ"},
    {"bg", "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ абвгдежзийклмнопрстуфхцчшщъьюя"},
    {"hu", "ÁÉÍÓÖŐÚÜŰ áéíóöőúüű"},
    {"el", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ αβγδεζηθικλμνξοπρσςτυφχψω ΆΈΉΊΌΎΏ άέήίόύώ ϊϋΐΰ"},
    {"ro", "ĂÂÎȘȚ ăâîșț ŞŢ şţ"},
    {"tr", "ÇĞİIÖŞÜ çğıiöşü"},
};

}  // namespace vidik
