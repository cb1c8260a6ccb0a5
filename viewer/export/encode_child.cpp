// `vidik-encode`: raw pictures on standard input become a film in a file (viewer/app/encode_process_posix.cpp starts it).
//
//   vidik-encode mp4|webm WIDTH HEIGHT FPS_MILLI FRAMES PATH TITLE SOFTWARE
//
// Reads FRAMES times the planes of yuv_planes.h and ends with code 0 once the film is whole; with FRAMES 0 it only says
// whether it could. Otherwise code 1 and one sentence on standard error. Same pictures, same bytes: no date, a fixed number
// of threads, none of the faster ways of libav that differ from machine to machine.

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
}

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

constexpr int kThreads = 4;          // fixed: how a picture is cut among them shows in the bytes
constexpr int kKeyEverySeconds = 2;  // so far apart are the frames that one can jump to

struct Job {
  std::string kind, path, title, software;
  int width = 0, height = 0, fps_milli = 0;
  long frames = 0;
};

int complain(const std::string& what, int code = 0) {
  std::array<char, AV_ERROR_MAX_STRING_SIZE> reason{};
  if (code < 0) av_strerror(code, reason.data(), reason.size());
  std::fprintf(stderr, "%s%s%s%s\n", what.c_str(), code < 0 ? " (" : "", reason.data(), code < 0 ? ")" : "");
  return 1;
}

// False at the end of the input, and when it ends in the middle.
bool read_all(unsigned char* to, std::size_t size) {
  while (size > 0) {
    const ssize_t n = ::read(0, to, size);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    to += n;
    size -= static_cast<std::size_t>(n);
  }
  return true;
}

class Film {
 public:
  ~Film() {
    av_packet_free(&packet_);
    av_frame_free(&frame_);
    avcodec_free_context(&codec_);
    if (format_ != nullptr && format_->pb != nullptr) avio_closep(&format_->pb);
    avformat_free_context(format_);
  }

  int open_codec(const Job& job) {
    const bool mp4 = job.kind == "mp4";
    const AVCodec* encoder = avcodec_find_encoder_by_name(mp4 ? "libx264" : "libvpx-vp9");
    if (encoder == nullptr)
      return complain(mp4 ? "this machine's libavcodec has no H.264 (libx264)"
                          : "this machine's libavcodec has no VP9 (libvpx-vp9)");
    codec_ = avcodec_alloc_context3(encoder);
    codec_->width = job.width;
    codec_->height = job.height;
    codec_->pix_fmt = AV_PIX_FMT_YUV420P;
    av_reduce(&codec_->time_base.num, &codec_->time_base.den, 1000, job.fps_milli, 1'000'000);
    codec_->framerate = av_inv_q(codec_->time_base);
    codec_->sample_aspect_ratio = {1, 1};
    codec_->gop_size = std::max(1, job.fps_milli * kKeyEverySeconds / 1000);
    codec_->thread_count = kThreads;
    codec_->color_range = AVCOL_RANGE_MPEG;
    codec_->color_primaries = AVCOL_PRI_BT709;
    codec_->color_trc = AVCOL_TRC_BT709;
    codec_->colorspace = AVCOL_SPC_BT709;
    codec_->chroma_sample_location = AVCHROMA_LOC_LEFT;
    codec_->flags |= AV_CODEC_FLAG_BITEXACT;
    if (mp4) codec_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    AVDictionary* wishes = nullptr;
    if (mp4) {
      av_dict_set(&wishes, "preset", "medium", 0);
      av_dict_set(&wishes, "crf", "14", 0);  // maps: thin lines and small letters
    } else {
      av_dict_set(&wishes, "deadline", "good", 0);
      av_dict_set(&wishes, "cpu-used", "4", 0);
      av_dict_set(&wishes, "crf", "16", 0);
      av_dict_set(&wishes, "b", "0", 0);
      av_dict_set(&wishes, "row-mt", "0", 0);
      av_dict_set(&wishes, "tile-columns", "2", 0);
    }
    const int code = avcodec_open2(codec_, encoder, &wishes);
    av_dict_free(&wishes);
    return code < 0 ? complain("the encoder does not begin", code) : 0;
  }

  int open_file(const Job& job) {
    const std::string place = "file:" + job.path;  // however the name begins, it is a file
    int code = avformat_alloc_output_context2(&format_, nullptr, job.kind.c_str(), place.c_str());
    if (code < 0) return complain("this machine's libavformat does not write " + job.kind, code);
    format_->flags |= AVFMT_FLAG_BITEXACT;
    stream_ = avformat_new_stream(format_, nullptr);
    frame_ = av_frame_alloc();
    packet_ = av_packet_alloc();
    if (stream_ == nullptr || frame_ == nullptr || packet_ == nullptr)
      return complain("there is not enough memory");
    stream_->time_base = codec_->time_base;
    stream_->avg_frame_rate = codec_->framerate;
    stream_->sample_aspect_ratio = codec_->sample_aspect_ratio;
    avcodec_parameters_from_context(stream_->codecpar, codec_);
    if (!job.title.empty()) av_dict_set(&format_->metadata, "title", job.title.c_str(), 0);
    av_dict_set(&format_->metadata, "comment", job.software.c_str(), 0);
    code = avio_open(&format_->pb, place.c_str(), AVIO_FLAG_WRITE);
    if (code < 0) return complain("the film's file cannot be made", code);
    AVDictionary* wishes = nullptr;
    if (job.kind == "mp4") av_dict_set(&wishes, "movflags", "+faststart", 0);
    code = avformat_write_header(format_, &wishes);
    av_dict_free(&wishes);
    return code < 0 ? complain("the film's file cannot be written", code) : 0;
  }

  int encode(const Job& job) {
    frame_->format = codec_->pix_fmt;
    frame_->width = codec_->width;
    frame_->height = codec_->height;
    int code = av_frame_get_buffer(frame_, 0);
    if (code < 0) return complain("there is not enough memory", code);
    for (long k = 0; k < job.frames; ++k) {
      code = av_frame_make_writable(frame_);
      if (code < 0) return complain("there is not enough memory", code);
      for (int plane = 0; plane < 3; ++plane) {
        const int divisor = plane == 0 ? 1 : 2;
        for (int y = 0; y < job.height / divisor; ++y)
          if (!read_all(frame_->data[plane] + static_cast<std::ptrdiff_t>(y) * frame_->linesize[plane],
                        static_cast<std::size_t>(job.width / divisor)))
            return complain("the pictures ended after " + std::to_string(k) + " of " +
                            std::to_string(job.frames));
      }
      frame_->pts = k;
      code = pass_on(frame_);
      if (code < 0) return complain("a picture could not be encoded", code);
    }
    code = pass_on(nullptr);
    if (code < 0) return complain("the last pictures could not be encoded", code);
    code = av_write_trailer(format_);
    if (code >= 0) code = avio_closep(&format_->pb);
    return code < 0 ? complain("the film's file cannot be written", code) : 0;
  }

 private:
  // A picture into the encoder, nullptr at the end, and what comes out of it into the file.
  int pass_on(const AVFrame* picture) {
    int code = avcodec_send_frame(codec_, picture);
    while (code >= 0) {
      code = avcodec_receive_packet(codec_, packet_);
      if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return 0;
      if (code < 0) break;
      packet_->duration = 1;
      av_packet_rescale_ts(packet_, codec_->time_base, stream_->time_base);
      packet_->stream_index = stream_->index;
      code = av_interleaved_write_frame(format_, packet_);
      if (code >= 0 && format_->pb->error < 0) code = format_->pb->error;
    }
    return code;
  }

  AVCodecContext* codec_ = nullptr;
  AVFormatContext* format_ = nullptr;
  AVStream* stream_ = nullptr;
  AVFrame* frame_ = nullptr;
  AVPacket* packet_ = nullptr;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 9) return complain("vidik-encode is started by vidik (see `vidik film --help`)");
  Job job{argv[1], argv[6], argv[7], argv[8]};
  job.width = std::atoi(argv[2]);
  job.height = std::atoi(argv[3]);
  job.fps_milli = std::atoi(argv[4]);
  job.frames = std::atol(argv[5]);
  if ((job.kind != "mp4" && job.kind != "webm") || job.width < 2 || job.height < 2 || job.width % 2 != 0 ||
      job.height % 2 != 0 || job.fps_milli < 1 || job.frames < 0)
    return complain("vidik-encode was asked for what it cannot do");
  av_log_set_level(AV_LOG_FATAL);
  Film film;
  if (const int code = film.open_codec(job); code != 0 || job.frames == 0) return code;
  if (const int code = film.open_file(job); code != 0) return code;
  return film.encode(job);
}
