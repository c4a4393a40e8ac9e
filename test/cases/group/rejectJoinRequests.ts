import { joinRequestCases, rejectedJoinRequests } from '../../support/joinRequests';

export const cases = joinRequestCases('DELETE');
export const rejected = rejectedJoinRequests;
