//! What a node says of the cluster and of itself.

use tonic::{Request, Response, Status};

use crate::node::Node;
use crate::protocol::client;
use crate::protocol::gossip::gossip_server::Gossip;
use crate::protocol::gossip::member_info::VNodeState;
use crate::protocol::gossip::{ClusterInfo, EndPoint, MemberInfo};
use crate::protocol::server_features::server_features_server::ServerFeatures;
use crate::protocol::server_features::{SupportedMethod, SupportedMethods};

/// What the stand-in says that it is: the release whose behaviour it follows.
const VERSION: &str = "24.10.0";
const SERVICE: &str = "event_store.client.streams.streams";

#[tonic::async_trait]
impl Gossip for Node {
    async fn read(&self, request: Request<()>) -> Result<Response<ClusterInfo>, Status> {
        self.check_user(request.metadata())?;
        let shared = &self.shared;
        let leader = shared.leader();
        let members = shared.ports.iter().enumerate().map(|(index, port)| {
            let state = if index == leader { VNodeState::Leader } else { VNodeState::Follower };
            let id = uuid::Uuid::from_u128(index as u128 + 1).to_string();
            MemberInfo {
                instance_id: Some(client::Uuid { value: Some(client::uuid::Value::String(id)) }),
                time_stamp: 0,
                state: state.into(),
                is_alive: shared.is_up(index),
                http_end_point: Some(EndPoint {
                    address: shared.host.clone(),
                    port: u32::from(*port),
                }),
            }
        });
        Ok(Response::new(ClusterInfo { members: members.collect() }))
    }
}

#[tonic::async_trait]
impl ServerFeatures for Node {
    async fn get_supported_methods(
        &self,
        request: Request<()>,
    ) -> Result<Response<SupportedMethods>, Status> {
        self.check_user(request.metadata())?;
        let method = |name: &str, features: &[&str]| SupportedMethod {
            method_name: name.to_owned(),
            service_name: SERVICE.to_owned(),
            features: features.iter().map(|feature| (*feature).to_owned()).collect(),
        };
        Ok(Response::new(SupportedMethods {
            methods: vec![
                method("append", &[]),
                method("batchappend", &["deadline_duration"]),
                method("read", &["position", "events"]),
            ],
            event_store_server_version: VERSION.to_owned(),
        }))
    }
}
