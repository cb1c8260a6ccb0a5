#include "export/pdf_words.h"

#include "base/base64.h"
#include "base/text.h"
#include "export/xml_words.h"

#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr alone, as qpdf 12 has it
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace vidik {

namespace {

std::string in_language(const char* name, const std::string& words) {
  if (words.empty()) return {};
  return "<" + std::string(name) + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml_text(words) +
         "</rdf:li></rdf:Alt></" + name + ">\n";
}

std::string xmp(const PictureWords& words) {
  std::string out =
      "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
      "<dc:format>application/pdf</dc:format>\n";
  out += in_language("dc:title", words.title) + in_language("dc:description", words.description);
  if (!words.software.empty()) out += "<xmp:CreatorTool>" + xml_text(words.software) + "</xmp:CreatorTool>\n";
  if (!words.state.empty())  // the element that SVG has
    out += "<vidik:state xmlns:vidik=\"urn:vidik:state\">" + to_base64(words.state) + "</vidik:state>\n";
  return out + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

void set_words(QPDF& file, const PictureWords& words) {
  QPDFObjectHandle info = file.getTrailer().getKey("/Info");
  if (!info.isDictionary()) {
    info = file.makeIndirectObject(QPDFObjectHandle::newDictionary());
    file.getTrailer().replaceKey("/Info", info);
  }
  info.removeKey("/CreationDate");  // cairo's clock
  info.removeKey("/ModDate");
  const auto say = [&](const char* key, const std::string& text) {
    if (!text.empty()) info.replaceKey(key, QPDFObjectHandle::newUnicodeString(repaired_utf8(text)));
  };
  say("/Title", words.title);
  say("/Subject", words.description);
  say("/Creator", words.software);

  QPDFObjectHandle metadata = file.newStream(xmp(words));
  metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
  metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
  QPDFObjectHandle root = file.getRoot();
  root.replaceKey("/Metadata", metadata);
  if (!words.title.empty())  // readers name the window by the title, not by the file
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
}

}  // namespace

Result<std::string> pdf_with_words(const std::string& pdf, const PictureWords& words) {
  try {
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("picture", pdf.data(), pdf.size());
    set_words(file, words);
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setCompressStreams(false);  // cairo's stay as they are, the words stay readable
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setDeterministicID(true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
  } catch (const std::exception& error) {
    return fail(Code::unavailable,
                "The words of a PDF cannot be written (" + std::string(error.what()) + ")");
  }
}

}  // namespace vidik
