/* Words of a report by their place. Places count code points of the text as read; the page's text nodes are that text. */
var Words=(function(){
var PRIME=16777619,CAST=/^#?(.+)\.(\d+)-(\d+)(?:~([0-9a-z]+))?$/;

/* A place as an address tells it: #report.START-END, and ~SEAL where it was made for words that may move. */
function read(hash){
  try{var m=CAST.exec(decodeURIComponent(hash||''))}catch(e){return null} /* an address may end in anything */
  return m&&{report:m[1],s:+m[2],e:+m[3],seal:m[4]}}
function range(box,s,e){
  var w=document.createTreeWalker(box,NodeFilter.SHOW_TEXT),n,p=0,r=document.createRange(),on=false;
  while(n=w.nextNode()){
    var cp=Array.from(n.data),l=cp.length,u=function(k){return cp.slice(0,k).join('').length};
    if(!on&&s<p+l){r.setStart(n,u(s-p));on=true}
    if(on&&e<=p+l){r.setEnd(n,u(e-p));return r}
    p+=l}
  return null}

/* The seal of every stretch of that length, handed over with its start: a hash that rolls on by a sign at a time. */
function roll(text,length,each){
  var h=0,out=1;for(var k=1;k<length;k++)out=Math.imul(out,PRIME);
  for(var i=0;i<text.length;i++){
    if(i>=length)h=h-Math.imul(text[i-length],out)|0;
    h=Math.imul(h,PRIME)+text[i]|0;
    if(i>=length-1)each((h>>>0).toString(36),i-length+1)}}
function points(words){return Array.from(words,function(c){return c.codePointAt(0)})}
function seal(r){var made='',cp=points(r.toString());roll(cp,cp.length,function(one){made=one});return made}

/* Where the words of a place stand: there, or in the one other place that has them; null where there is none, or many. */
function find(box,place){
  var r=range(box,place.s,place.e);
  if(!place.seal||r&&seal(r)===place.seal)return r&&{s:place.s,e:place.e,range:r};
  var length=place.e-place.s,starts=[];
  roll(points(box.textContent),length,function(one,s){if(one===place.seal)starts.push(s)});
  return starts.length===1?{s:starts[0],e:starts[0]+length,range:range(box,starts[0],starts[0]+length)}:null}
return {read:read,range:range,seal:seal,find:find}
})();
