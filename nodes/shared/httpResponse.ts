/** An HTTP response in plain text. */
export interface HttpResponse {
	status: number;
	text: string;
}
