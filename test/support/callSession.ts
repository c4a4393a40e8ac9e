/** Connection data of a voice service, as RFC 8866 has it. */
export const sdp = [
	'v=0',
	'o=- 3626166318745852955 2 IN IP4 127.0.0.1',
	's=-',
	't=0 0',
	'm=audio 9 UDP/TLS/RTP/SAVPF 111',
	'c=IN IP4 0.0.0.0',
	'a=rtpmap:111 opus/48000/2',
	'',
].join('\r\n');
