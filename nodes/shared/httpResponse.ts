/** An HTTP answer in plain text. */
export interface HttpResponse {
	status: number;
	text: string;
}
