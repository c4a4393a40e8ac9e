/** An HTTP answer in plain text. */
export interface HttpAnswer {
	status: number;
	text: string;
}
